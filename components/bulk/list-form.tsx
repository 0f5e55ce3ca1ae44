import { MeantFields } from "#components/bulk/meant-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import type { ListAsked } from "#lib/bulk/list-form.ts";
import type { ListView } from "#lib/lists/queries.ts";

type Props = {
  meant: readonly (readonly [name: string, value: string])[];
  asked: ListAsked;
  lists: readonly ListView[];
};

/** Into which static list, or out of which: a plain form that leads to the dry run, so that it needs no JavaScript. */
export function ListForm({ meant, asked, lists }: Props) {
  return (
    <Card title="Which list">
      <form action="/bulk/list" className="flex max-w-xl flex-col gap-4">
        <MeantFields meant={meant} />
        <FieldSelect label="What to do" name="do" defaultValue={asked.kind}>
          <option value="join">Add to the list</option>
          <option value="leave">Remove from the list</option>
        </FieldSelect>
        <FieldSelect
          label="List"
          name="to"
          defaultValue={asked.listId === 0 ? "" : String(asked.listId)}
          error={asked.fault}
          description="Who is in a smart list follows from its rule, so only static lists are here."
        >
          <option value="">A new list</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FieldSelect>
        <Field
          label="Name of the new list"
          name="called"
          defaultValue={asked.called}
          maxLength={200}
          description="Only for a new list: it is made when you press the button that adds the contacts."
        />
        <Button type="submit" name="look" value="1" variant="primary" className="self-start">
          See what would change
        </Button>
      </form>
    </Card>
  );
}
