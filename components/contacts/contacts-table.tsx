"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { BulkBar } from "#components/contacts/bulk-bar.tsx";
import { ChooseAll, chosenForm } from "#components/contacts/chosen.tsx";
import { columnLook, ContactCell, ContactLink } from "#components/contacts/contact-cells.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { useFrames } from "#components/ui/frames.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { type Address, sortedBy, spellAddress } from "#lib/contacts/address.ts";
import type { ContactRow, ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import type { Column } from "#lib/contacts/shown-columns.ts";
import type { Day } from "#lib/day.ts";

export type Shown = { address: Address; page: ContactsPage; columns: readonly Column[]; today: Day };

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ContactRow>();
// How many rows each frame has: those that most screens show, those just below them too, all.
const inFrames = [12, 36, Infinity];
// Longer than it takes most people from one letter to the next.
const betweenLettersMs = 200;
const first: Column = { name: "name", label: "Name", width: "normal", sortBy: "name" };

/**
 * Rows of contacts with a box each. The boxes belong to the form of the bulk bar: choosing and asking need no script. They are
 * `typed` for, or as the server rendered them.
 */
export function ContactsTable({ address, page, columns, today, typed }: Shown & { typed: boolean }) {
  const all = helper.columns([first, ...columns].map(({ name, label }) => helper.display({ id: name, header: label })));
  const table = useTable({ features, columns: all, data: page.rows, getRowId: ({ id }) => String(id) });
  const byName = new Map([first, ...columns].map((column) => [column.name, column]));
  const { rows } = table.getRowModel();
  // Where somebody is typing they come in several frames, and those below the first rows when no letter follows.
  const [frame, drawAll] = useFrames({ late: typed, last: inFrames.length - 1, pauseMs: betweenLettersMs });

  return (
    <div className="group/chosen flex flex-col gap-3" data-density={address.density}>
      <BulkBar address={address} total={page.total} />
      <Table label="Contacts" long>
        <Thead>
          <Th on="select" className="column-box print:hidden">
            <ChooseAll before={drawAll} />
          </Th>
          {table.getFlatHeaders().map(({ id }) => (
            <HeaderCell key={id} column={byName.get(id) ?? first} address={address} />
          ))}
        </Thead>
        <Tbody>
          {rows.slice(0, inFrames[frame]).map(({ id, original }) => (
            <ContactLine key={id} contact={original} columns={columns} today={today} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function HeaderCell({ column, address }: { column: Column; address: Address }) {
  const { name, sortBy, label } = column;
  const said = { "data-property": name, className: columnLook(column) };
  // Two clicks on a cell change its property: its heading says which that is.
  if (sortBy === undefined) return <Th {...said}>{label}</Th>;
  const { sort } = address;
  const shown = sort.direction === "asc" ? "ascending" : "descending";
  const direction = sort.by === sortBy ? shown : "none";
  const sorted = { href: `/contacts?${spellAddress(sortedBy(address, sortBy))}`, direction } as const;
  return (
    <Th {...said} sort={sorted}>
      {label}
    </Th>
  );
}

function ContactLine({ contact, columns, today }: { contact: ContactRow } & Pick<Shown, "columns" | "today">) {
  return (
    <Tr>
      <Td on="select" className="column-box">
        <Checkbox
          aria-label={`Choose ${contact.name || "this contact"}`}
          name="ids"
          value={contact.id}
          form={chosenForm}
        />
      </Td>
      <Td on="title" className={columnLook(first)}>
        <ContactLink id={contact.id} name={contact.name} />
      </Td>
      {columns.map(({ name, width }) => (
        <ContactCell key={name} {...{ name, width, contact, today }} />
      ))}
    </Tr>
  );
}
