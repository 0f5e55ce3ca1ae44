"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { BulkBar } from "#components/contacts/bulk-bar.tsx";
import { ChooseAll, chosenForm } from "#components/contacts/chosen.tsx";
import { NameAndMark } from "#components/contacts/contact-cells.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { type Address, sortedBy, spellAddress } from "#lib/contacts/address.ts";
import type { SortKey } from "#lib/contacts/filter.ts";
import type { ContactRow, ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import type { Day } from "#lib/day.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";
import { longDay, shortDay } from "#lib/words.ts";

export type Shown = { address: Address; page: ContactsPage; today: Day };

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ContactRow>();
const columns = helper.columns([
  helper.accessor("name", { header: "Name" }),
  helper.accessor("status", { header: "Registration" }),
  helper.accessor("createdOn", { id: "created", header: "Created On" }),
  helper.accessor("lifecycleStage", { id: "stage", header: "Lifecycle Stage" }),
  helper.accessor("email", { header: "Email" }),
  helper.accessor("company", { header: "Company" }),
  helper.accessor("expires", { header: "Expires" }),
]);

/** Rows of contacts with a box each. The boxes belong to the form of the bulk bar: choosing and asking need no script. */
export function ContactsTable({ address, page, today }: Shown) {
  const table = useTable({ features, columns, data: page.rows, getRowId: ({ id }) => String(id) });

  return (
    <div className="group/chosen flex flex-col gap-3">
      <BulkBar address={address} total={page.total} />
      <Table label="Contacts">
        <Thead>
          <Th on="select" className="w-10">
            <ChooseAll />
          </Th>
          {table.getFlatHeaders().map(({ id, column }) => (
            <HeaderCell key={id} id={id} address={address}>
              {String(column.columnDef.header)}
            </HeaderCell>
          ))}
        </Thead>
        <Tbody>
          {table.getRowModel().rows.map(({ id, original }) => (
            <ContactLine key={id} contact={original} today={today} />
          ))}
        </Tbody>
      </Table>
    </div>
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

function ContactLine({ contact, today }: { contact: ContactRow; today: Day }) {
  return (
    <Tr>
      <Td on="select">
        <Checkbox
          aria-label={`Choose ${contact.name || "this contact"}`}
          name="ids"
          value={contact.id}
          form={chosenForm}
        />
      </Td>
      <NameAndMark contact={contact} today={today} />
      <Td on="nowhere">{shortDay(contact.createdOn)}</Td>
      <Td on="nowhere">{lifecycleStageLabel(contact.lifecycleStage)}</Td>
      <Td>
        <bdi>{contact.email}</bdi>
      </Td>
      <Td on="nowhere">
        <bdi>{contact.company}</bdi>
      </Td>
      <Td on="nowhere">{contact.expires === "" ? "" : longDay(contact.expires)}</Td>
    </Tr>
  );
}
