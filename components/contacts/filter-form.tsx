import { Panel } from "#components/contacts/panel.tsx";
import { AddressFields } from "#components/contacts/shown-address.tsx";
import { FilterValues } from "#components/contacts/filter-values.tsx";
import { PropertyOptions } from "#components/lists/property-options.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldProblem } from "#components/ui/field-problem.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import type { LineAdded } from "#lib/contacts/filter-form.ts";
import type { Field } from "#lib/lists/fields.ts";
import { operatorsOf } from "#lib/lists/rule.ts";
import { operatorInWords } from "#lib/lists/rule-words.ts";

type Props = { fields: readonly Field[]; field: Field | undefined; added: LineAdded | null; back: string };

/** "Add filter": first a property, then what is asked of it. Each half is a form of its own, so that neither needs a script. */
export function FilterForm({ fields, field, added, back }: Props) {
  return (
    <Panel title="Add filter" back={back}>
      <div className="flex flex-col gap-4">
        <PropertyChoice fields={fields} chosen={field?.name ?? ""} />
        {field === undefined ? null : <Question field={field} added={added} />}
      </div>
    </Panel>
  );
}

function PropertyChoice({ fields, chosen }: { fields: readonly Field[]; chosen: string }) {
  return (
    <form action="/contacts" className="flex flex-wrap items-end gap-2">
      <AddressFields besides={[]} />
      <input type="hidden" name="panel" value="filter" />
      <FieldSelect label="Property" name="field" defaultValue={chosen} key={chosen} className="min-w-56">
        <PropertyOptions fields={fields} />
      </FieldSelect>
      <Button type="submit">{chosen === "" ? "Next" : "Ask this property"}</Button>
    </form>
  );
}

function Question({ field, added }: { field: Field; added: LineAdded | null }) {
  const asked = added?.condition.is ?? operatorsOf[field.type][0];
  return (
    <form action="/contacts" className="asks flex flex-col gap-3" key={field.name}>
      <AddressFields besides={[]} />
      <input type="hidden" name="panel" value="filter" />
      <input type="hidden" name="field" value={field.name} />
      <div className="flex flex-wrap items-end gap-2">
        <FieldSelect label={field.label} name="is" defaultValue={asked} className="min-w-44">
          {operatorsOf[field.type].map((is) => (
            <option key={is} value={is}>
              {operatorInWords(field.type, is)}
            </option>
          ))}
        </FieldSelect>
        <FilterValues field={field} values={added?.condition.values ?? []} />
        <Button type="submit" variant="primary">
          Add filter
        </Button>
      </div>
      {added?.fault == null ? null : (
        <div role="alert">
          <FieldProblem id="filter-fault">{added.fault}</FieldProblem>
        </div>
      )}
    </form>
  );
}
