import Link from "next/link";
import { ChooseAll, chosenForm } from "#components/contacts/chosen.tsx";
import { ExpiringBar } from "#components/expiring/expiring-bar.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { daysLeft } from "#lib/contacts/standing.ts";
import { type Day, daysBetween } from "#lib/day.ts";
import type { ExpiringPage, ExpiringRow } from "#lib/notices/queries/expiring.ts";
import { soonDays } from "#lib/notices/span.ts";
import { figure, longDay } from "#lib/words.ts";

type Props = { page: ExpiringPage; today: Day; span: readonly [name: string, value: string][] };

/** One row a domain, with a box each. The boxes belong to the form of the bar: choosing needs no script. */
export function ExpiringTable({ page, today, span }: Props) {
  return (
    <div className="group/chosen flex flex-col gap-3">
      <ExpiringBar total={page.total} span={span} />
      <Table label="Registered domains">
        <Thead>
          <Th on="select" className="w-10">
            <ChooseAll of="domain" />
          </Th>
          <Th>Domain</Th>
          <Th>Days left</Th>
          <Th>Expires</Th>
          <Th>From</Th>
          <Th>Contacts</Th>
        </Thead>
        <Tbody>
          {page.rows.map((row) => (
            <DomainLine key={row.id} row={row} left={daysBetween(today, row.expires)} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function DomainLine({ row, left }: { row: ExpiringRow; left: number }) {
  return (
    <Tr>
      <Td on="select">
        <Checkbox aria-label={`Choose ${row.key}`} name="ids" value={row.id} form={chosenForm} />
      </Td>
      <Td on="title">
        <Link href={`/registration/${row.key}`} prefetch={false} className="name">
          <bdi>{row.key}</bdi>
        </Link>
      </Td>
      <Td on="aside">
        <Mark kind={left <= soonDays ? "expiring" : "registered"} detail={daysLeft(left)} />
      </Td>
      <Td label="Expires">{longDay(row.expires)}</Td>
      <Td on="nowhere">{longDay(row.fromOn)}</Td>
      <Td>
        <Contacts row={row} />
      </Td>
    </Tr>
  );
}

function Contacts({ row: { contact, contacts } }: { row: ExpiringRow }) {
  if (contact === null) return <span className="text-ink-3">No contact attached</span>;
  return (
    <>
      <Link href={`/contacts/${contact.id}`} prefetch={false} className="text-link hover:underline">
        <bdi>{contact.name || "No name"}</bdi>
      </Link>
      {contacts > 1 ? ` and ${figure(contacts - 1)} more` : ""}
    </>
  );
}
