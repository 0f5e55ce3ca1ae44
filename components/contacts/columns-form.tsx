import { Panel } from "#components/contacts/panel.tsx";
import { AddressFields } from "#components/contacts/shown-address.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { densities, type Density } from "#lib/contacts/address.ts";
import { columnWidths } from "#lib/contacts/columns.ts";
import { fieldsOfColumn } from "#lib/contacts/columns-form.ts";
import type { Column } from "#lib/contacts/shown-columns.ts";

type ColumnGroup = { label: string; columns: readonly { name: string; label: string }[] };

type Props = { columns: readonly Column[]; others: readonly ColumnGroup[]; density: Density | undefined; back: string };

/** Which columns, in which order, how wide, and how high the rows: one plain form. */
export function ColumnsForm({ columns, others, density, back }: Props) {
  return (
    <Panel title="Columns" back={back}>
      <form action="/contacts" className="flex flex-col gap-4">
        <AddressFields besides={["cols", "density"]} />
        <input type="hidden" name="panel" value="columns" />
        <input type="hidden" name="choose" value="1" />
        <p className="text-sm text-ink-2">
          The name always stands first. Give the others a place by number; those without one follow.
        </p>
        <ol className="flex flex-col gap-2">
          {columns.map((column, at) => (
            <ChosenColumn key={column.name} column={column} place={at + 1} />
          ))}
        </ol>
        <MoreColumns others={others} />
        <div className="flex flex-wrap items-end gap-2">
          <FieldSelect label="Height of the rows" name="density" defaultValue={density ?? ""}>
            <option value="">As everywhere</option>
            {densities.map((each) => (
              <option key={each} value={each}>
                {inWords(each)}
              </option>
            ))}
          </FieldSelect>
          <Button type="submit" variant="primary">
            Show these columns
          </Button>
          <Button type="submit" name="usual" value="1" variant="quiet">
            Show the usual columns
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function ChosenColumn({ column: { name, label, width }, place }: { column: Column; place: number }) {
  const names = fieldsOfColumn(name);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Checkbox name="col" value={name} label={<bdi>{label}</bdi>} defaultChecked className="min-w-56" />
      <Field
        label={`Place of ${label}`}
        labelHidden
        type="number"
        min={1}
        max={99}
        name={names.place}
        defaultValue={place}
        className="w-20"
      />
      <FieldSelect label={`Width of ${label}`} labelHidden name={names.width} defaultValue={width}>
        {columnWidths.map((each) => (
          <option key={each} value={each}>
            {inWords(each)}
          </option>
        ))}
      </FieldSelect>
    </li>
  );
}

function MoreColumns({ others }: { others: readonly ColumnGroup[] }) {
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="min-h-(--target) font-semibold text-link">Add columns</summary>
      <div className="grid gap-x-6 gap-y-3 pt-2 sm:grid-cols-2 lg:grid-cols-3">
        {others.map(({ label, columns }) => (
          <fieldset key={label} className="min-w-0">
            <legend className="text-sm font-semibold text-ink-2">{label}</legend>
            <div className="flex flex-col">
              {columns.map((column) => (
                <Checkbox key={column.name} name="col" value={column.name} label={<bdi>{column.label}</bdi>} />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}

function inWords(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
