import { redirect } from "next/navigation";
import { db } from "#db/client.ts";
import { ColumnsForm } from "#components/contacts/columns-form.tsx";
import { FilterForm } from "#components/contacts/filter-form.tsx";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import { type ColumnAsked, readColumns, spellColumns } from "#lib/contacts/columns.ts";
import { readColumnsForm } from "#lib/contacts/columns-form.ts";
import { readLineAdded } from "#lib/contacts/filter-form.ts";
import { type Column, columnsToAdd } from "#lib/contacts/shown-columns.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

type ReadEvery = (name: string) => readonly string[];
type Props = { actor: Actor; address: Address; every: ReadEvery; columns: readonly Column[] };

/** The form over the table that the address asks for; one that was filled in leads on to what it asks. */
export async function ContactsPanel(props: Props) {
  switch (props.every("panel")[0]) {
    case "filter":
      return <AddFilter {...props} />;
    case "columns":
      return <ChooseColumns {...props} />;
    default:
      return null;
  }
}

async function AddFilter({ actor, address, every }: Props) {
  const fields = await fieldsToChoose(db, actor.portalId);
  const added = readLineAdded(every, fields);
  if (added?.fault === null) {
    const conditions = [...(address.filter.conditions ?? []), added.condition];
    redirect(pathOf({ ...address, filter: { ...address.filter, conditions }, place: null }));
  }
  const field = fields.named(every("field")[0] ?? "");
  return <FilterForm fields={fields.all} field={field} added={added} back={pathOf(address)} />;
}

async function ChooseColumns({ actor, address, every, columns }: Props) {
  if (every("choose").length > 0) redirect(pathOf(withColumns(address, chosenIn(every))));
  const others = columnsToAdd(columns, await propertiesOf(db, actor.portalId));
  return <ColumnsForm columns={columns} others={others} density={address.density} back={pathOf(address)} />;
}

function chosenIn(every: ReadEvery): readonly ColumnAsked[] {
  return every("usual").length > 0 ? [] : readColumnsForm(every);
}

/** Without any, or with the usual ones, as if nothing had been asked for. */
function withColumns({ columns: _before, ...address }: Address, chosen: readonly ColumnAsked[]): Address {
  const columns = readColumns(spellColumns(chosen));
  return columns === undefined ? address : { ...address, columns };
}

function pathOf(address: Address): string {
  return `/contacts?${spellAddress(address)}`;
}
