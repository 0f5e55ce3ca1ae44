import { Button } from "#components/ui/button.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import type { ListsFilter } from "#lib/lists/arranged.ts";

type Props = { filter: ListsFilter; folders: readonly string[] };

/** "Smart and Static Lists" and "Search…" of the seed's page 4b: a plain form, so that it needs no JavaScript. */
export function ListsFilterForm({ filter: { search, kind, folder }, folders }: Props) {
  return (
    <search>
      <form action="/lists" className="flex flex-wrap items-end gap-2">
        <FieldSelect label="Kind of list" labelHidden name="kind" defaultValue={kind} key={kind}>
          <option value="">Smart and Static Lists</option>
          <option value="smart">Smart Lists</option>
          <option value="static">Static Lists</option>
          <option value="archived">Archived Lists</option>
        </FieldSelect>
        {folders.length === 0 ? null : (
          <FieldSelect label="Folder" labelHidden name="folder" defaultValue={folder} key={`in ${folder}`}>
            <option value="">All folders</option>
            {folders.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </FieldSelect>
        )}
        <Field
          label="Search lists"
          labelHidden
          type="search"
          name="q"
          placeholder="Search…"
          defaultValue={search}
          className="min-w-40 flex-1 sm:max-w-72"
        />
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
