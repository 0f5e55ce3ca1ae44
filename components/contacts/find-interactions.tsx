import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { type Asked, type Counts, interactionKinds } from "#lib/registration/interactions.ts";
import { figure } from "#lib/words.ts";

type Props = { contactId: number; asked: Asked; byKind: Counts };

/** Which kinds and which words: a plain form, so that it needs no JavaScript. Kinds that there are none of are left out. */
export function FindInteractions({ contactId, asked, byKind }: Props) {
  const kinds = interactionKinds.filter(({ kind }) => byKind.has(kind) || asked.kinds.includes(kind));
  return (
    <search>
      <form action={`/contacts/${contactId}#interactions`} className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <input type="hidden" name="view" value="overview" />
        <fieldset className="flex w-full flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">Kinds of interactions</legend>
          {kinds.map(({ kind, more }) => (
            <Checkbox
              key={`${kind} ${asked.kinds.includes(kind)}`}
              name="kind"
              value={kind}
              defaultChecked={asked.kinds.includes(kind)}
              label={`${more} (${figure(byKind.get(kind) ?? 0)})`}
            />
          ))}
        </fieldset>
        <Field
          key={asked.search}
          label="Search interactions"
          labelHidden
          type="search"
          name="find"
          placeholder="Search interactions…"
          defaultValue={asked.search}
          className="min-w-40 flex-1 sm:max-w-72"
        />
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
