"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldArea } from "#components/ui/field.tsx";

type Props = { label: string; description?: string; text: string; rows: number };

/** Text to take along. It can be marked and copied without JavaScript; the button only saves the marking. */
export function CopyText({ label, description, text, rows }: Props) {
  const [said, say] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say("Copied."),
      () => say("Your browser did not let us copy. Mark the text, and copy it yourself."),
    );
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
        <Button size="small" onClick={copy} aria-label={`Copy: ${label}`}>
          Copy
        </Button>
        <output className="text-sm text-ink-2">{said}</output>
      </span>
    </div>
  );
}
