import { Button } from "#components/ui/button.tsx";
import { Drop } from "#components/ui/drop.tsx";
import { Field } from "#components/ui/field.tsx";
import { cloneFormAction, moveFormAction } from "#lib/forms/actions.ts";
import type { FormState } from "#lib/forms/form.ts";

type Move = {
  move: "published" | "withdrawn" | "archived" | "restored";
  label: string;
  variant: "primary" | "secondary" | "quiet";
};

const moves: Readonly<Record<FormState, readonly Move[]>> = {
  draft: [
    { move: "published", label: "Publish", variant: "primary" },
    { move: "archived", label: "Archive", variant: "quiet" },
  ],
  live: [
    { move: "withdrawn", label: "Take back", variant: "secondary" },
    { move: "archived", label: "Archive", variant: "quiet" },
  ],
  archived: [{ move: "restored", label: "Put back", variant: "secondary" }],
};

type Props = { form: { id: number; name: string; state: FormState } };

/** What can be done with a form as a whole. */
export function FormTools({ form: { id, name, state } }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      {moves[state].map(({ move, label, variant }) => (
        <form key={move} action={moveFormAction}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="move" value={move} />
          <Button type="submit" variant={variant}>
            {label}
          </Button>
        </form>
      ))}
      <Drop label="Clone" variant="secondary">
        <form action={cloneFormAction} className="flex flex-col gap-3 p-4">
          <input type="hidden" name="id" value={id} />
          <Field
            label="Name of the copy"
            name="name"
            defaultValue={`${name} (copy)`.slice(0, 200)}
            maxLength={200}
            required
          />
          <Button type="submit" variant="primary" className="self-start">
            Clone form
          </Button>
        </form>
      </Drop>
    </div>
  );
}
