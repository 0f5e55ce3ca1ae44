import { AddressFields } from "#components/contacts/shown-address.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import type { ListView } from "#lib/lists/queries.ts";

/** The "All lists" picker of the seed's page 1a: a plain form, so that it needs no JavaScript. */
export function ListPicker({ lists, chosen }: { lists: readonly ListView[]; chosen: string }) {
  return (
    <form action="/contacts" className="flex items-end gap-2">
      <AddressFields besides={["list"]} />
      <FieldSelect label="List" labelHidden name="list" defaultValue={chosen} key={chosen}>
        <option value="">All lists</option>
        {lists.map(({ id, name, rule, archivedAt }) =>
          archivedAt === null ? (
            <option key={id} value={rule || id}>
              {name}
            </option>
          ) : null,
        )}
      </FieldSelect>
      <Button type="submit">Show</Button>
    </form>
  );
}
