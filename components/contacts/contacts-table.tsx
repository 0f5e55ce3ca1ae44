"use client";

import { createColumnHelper, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { BulkBar } from "#components/contacts/bulk-bar.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { type Address, sortedBy, spellAddress } from "#lib/contacts/address.ts";
import type { SortKey } from "#lib/contacts/filter.ts";
import type { ContactRow, ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { standingMark } from "#lib/contacts/standing.ts";
import type { Day } from "#lib/day.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";
import { longDay, shortDate } from "#lib/words.ts";

export type Shown = { address: Address; page: ContactsPage; timeZone: string; today: Day };

const features = tableFeatures({ rowSelectionFeature });
const helper = createColumnHelper<typeof features, ContactRow>();
const columns = helper.columns([
  helper.accessor("name", { header: "Name" }),
  helper.accessor("status", { header: "Registration" }),
  helper.accessor("createdAt", { id: "created", header: "Created On" }),
  helper.accessor("lifecycleStage", { id: "stage", header: "Lifecycle Stage" }),
  helper.accessor("email", { header: "Email" }),
  helper.accessor("company", { header: "Company" }),
  helper.accessor("expires", { header: "Expires" }),
]);

/** Rows of contacts with a box each; choosing some turns the line above into the bulk bar. */
export function ContactsTable({ address, page, timeZone, today }: Shown) {
  const table = useTable({ features, columns, data: page.rows, getRowId: ({ id }) => String(id) });
  const chosen = Object.keys(table.state.rowSelection);
  const rows = table.getRowModel().rows;

  return (
    <>
      <BulkBar chosen={chosen} address={address} total={page.total} onClear={() => table.resetRowSelection()} />
      <Table label="Contacts">
        <Thead>
          <Th className="w-10">
            <Checkbox
              label="Choose every contact on this page"
              labelHidden
              checked={table.getIsAllRowsSelected()}
              indeterminate={table.getIsSomeRowsSelected()}
              onChange={table.getToggleAllRowsSelectedHandler()}
            />
          </Th>
          {table.getFlatHeaders().map(({ id, column }) => (
            <HeaderCell key={id} id={id} address={address}>
              {String(column.columnDef.header)}
            </HeaderCell>
          ))}
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr key={row.id} aria-selected={row.getIsSelected()}>
              <Td on="select">
                <Checkbox
                  label={`Choose ${row.original.name || "this contact"}`}
                  labelHidden
                  checked={row.getIsSelected()}
                  onChange={row.getToggleSelectedHandler()}
                />
              </Td>
              <Cells contact={row.original} timeZone={timeZone} today={today} />
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

const sortable: Readonly<Record<string, SortKey>> = {
  name: "name",
  created: "created",
  stage: "stage",
  email: "email",
  company: "company",
  expires: "expires",
};

function HeaderCell({ id, address, children }: { id: string; address: Address; children: string }) {
  const by = sortable[id];
  if (by === undefined) return <Th>{children}</Th>;
  const { sort } = address;
  const shown = sort.direction === "asc" ? "ascending" : "descending";
  const direction = sort.by === by ? shown : "none";
  return <Th sort={{ href: `/contacts?${spellAddress(sortedBy(address, by))}`, direction }}>{children}</Th>;
}

function Cells({ contact, timeZone, today }: { contact: ContactRow; timeZone: string; today: Day }) {
  return (
    <>
      <Td on="title">
        <Link href={`/contacts/${contact.id}`} prefetch={false} className="font-semibold text-link hover:underline">
          <bdi>{contact.name || "No name"}</bdi>
        </Link>
      </Td>
      <Td on="aside">
        <Mark {...standingMark(contact, today)} />
      </Td>
      <Td on="nowhere">{shortDate(contact.createdAt, timeZone)}</Td>
      <Td on="nowhere">{lifecycleStageLabel(contact.lifecycleStage)}</Td>
      <Td>
        <bdi>{contact.email}</bdi>
      </Td>
      <Td on="nowhere">
        <bdi>{contact.company}</bdi>
      </Td>
      <Td on="nowhere">{contact.expires === "" ? "" : longDay(contact.expires)}</Td>
    </>
  );
}
