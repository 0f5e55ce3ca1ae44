import { CopyButton } from "#components/ui/copy-button.tsx";
import { FieldArea } from "#components/ui/field.tsx";

type Props = { label: string; description?: string; text: string; rows: number };

/** Text to take along. It can be marked and copied without JavaScript; the button only saves the marking. */
export function CopyText({ label, description, text, rows }: Props) {
  return (
    <div className="flex flex-col items-start gap-2">
      <FieldArea
        label={label}
        {...(description !== undefined && { description })}
        readOnly
        value={text}
        rows={rows}
        spellCheck={false}
        className="w-full [&_textarea]:font-mono"
      />
      <span className="flex items-center gap-3">
        <CopyButton text={text} of={label} size="small" />
      </span>
    </div>
  );
}
