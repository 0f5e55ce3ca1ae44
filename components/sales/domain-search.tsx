import { Button } from "#components/ui/button.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";

export type Search = { q: string; show: string };

const choices = [
  { value: "all", name: "All" },
  { value: "pursued", name: "Pursued" },
  { value: "held", name: "Held by partners" },
  { value: "not-pursued", name: "Not pursued" },
  { value: "look-alikes", name: "Look-alikes" },
];

/** A plain GET form: the address is the search. */
export function DomainSearch({ q, show }: Search) {
  return (
    <search>
      <form action="/domains" className="flex flex-wrap items-end gap-3">
        <Field
          key={q}
          className="min-w-0 grow basis-64"
          label="Domain"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={2048}
          placeholder="acme.com, or how it begins"
        />
        <FieldSelect key={show} className="basis-44 max-sm:grow" label="Show" name="show" defaultValue={show}>
          {choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </FieldSelect>
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
