import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";

type Props = {
  action: string;
  search: string;
  /** The view of a record that is searched. */
  view?: string;
};

/** "All Properties Search…" of the seed's page 1d: a plain form, so that it needs no JavaScript. */
export function SearchProperties({ action, search, view }: Props) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-2">
        {view === undefined ? null : <input type="hidden" name="view" value={view} />}
        <Field
          key={search}
          label="Search properties"
          labelHidden
          type="search"
          name="q"
          placeholder="Search…"
          defaultValue={search}
          className="min-w-40 flex-1 sm:max-w-72"
        />
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
