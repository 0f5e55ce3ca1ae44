import { MeantFields } from "#components/bulk/meant-fields.tsx";
import { PropertyInput } from "#components/contacts/property-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { type FormLine, valueOf, wayInWords, wayOf, waysFor } from "#lib/bulk/edit-form.ts";
import type { Property, PropertyGroup } from "#lib/properties/registry.ts";

type Props = {
  meant: readonly (readonly [name: string, value: string])[];
  lines: readonly FormLine[];
  groups: readonly PropertyGroup[];
  writable: readonly Property[];
};

/** Which properties are changed, and to what: a plain form that leads to the dry run, so that it needs no JavaScript. */
export function EditForm({ meant, lines, groups, writable }: Props) {
  const chosen = new Set(lines.map(({ property }) => property.name));
  const left = writable.filter(({ name }) => !chosen.has(name));
  return (
    <Card title="What to change">
      <form action="/bulk/edit" className="flex max-w-3xl flex-col gap-4">
        <MeantFields meant={meant} />
        {/* The first button is what Enter presses: it must not take a line away. */}
        <button type="submit" name="look" value="1" className="sr-only" tabIndex={-1} aria-hidden="true" />
        {lines.map((line) => (
          <Line key={line.property.name} line={line} />
        ))}
        <div className="flex flex-wrap items-end gap-2">
          <FieldSelect
            key={lines.length}
            label={lines.length === 0 ? "Property" : "Another property"}
            name="property"
            defaultValue=""
          >
            <option value="">Choose a property</option>
            {groups.map(({ name, label }) => (
              <Group key={name} label={label} properties={left.filter(({ group }) => group === name)} />
            ))}
          </FieldSelect>
          <Button type="submit">Add property</Button>
        </div>
        {lines.length === 0 ? null : (
          <Button type="submit" name="look" value="1" variant="primary" className="self-start">
            See what would change
          </Button>
        )}
      </form>
    </Card>
  );
}

function Group({ label, properties }: { label: string; properties: readonly Property[] }) {
  if (properties.length === 0) return null;
  return (
    <optgroup label={label}>
      {properties.map((property) => (
        <option key={property.name} value={property.name}>
          {property.label}
        </option>
      ))}
    </optgroup>
  );
}

function Line({ line: { property, way, typed, fault } }: { line: FormLine }) {
  const { name, label } = property;
  return (
    <fieldset className="grid items-start gap-x-4 gap-y-2 border-b border-line pb-4 has-[option[value=clear]:checked]:[&_.value]:hidden sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
      <legend className="mb-1 font-semibold">{label}</legend>
      <input type="hidden" name="property" value={name} />
      <FieldSelect label="What to do" name={wayOf(property)} defaultValue={way} aria-label={`What to do with ${label}`}>
        {waysFor(property).map((each) => (
          <option key={each} value={each}>
            {wayInWords[each]}
          </option>
        ))}
      </FieldSelect>
      <div className="value">
        <PropertyInput property={{ ...property, name: valueOf(property) }} value={typed} problem={fault} />
      </div>
      <Button
        type="submit"
        name="take-out"
        value={name}
        variant="quiet"
        aria-label={`Take out ${label}`}
        className="justify-self-start sm:col-start-3 sm:mt-5"
      >
        Take out
      </Button>
    </fieldset>
  );
}
