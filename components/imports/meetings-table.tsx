import Link from "next/link";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { shortened } from "#lib/imports/headings.ts";
import type { Meeting } from "#lib/imports/queries/meetings.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { figure } from "#lib/words.ts";

type Told = { set: PropertySet; timeZone: string };

const longestShown = 80;

/** Rows beside whom they meet: what stands there, and what would come. */
export function MeetingsTable({ meetings, ...told }: Told & { meetings: readonly Meeting[] }) {
  return (
    <Table label="Rows that meet others">
      <Thead>
        <Th>Row</Th>
        <Th>Meets</Th>
        <Th>What it would change</Th>
      </Thead>
      <Tbody>
        {meetings.map((meeting) => (
          <Tr key={meeting.row}>
            <Td on="title">{figure(meeting.row)}</Td>
            <Td flow="prose">
              <Met meeting={meeting} />
            </Td>
            <Td flow="prose">
              <Changes changes={meeting.changes} {...told} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Met({ meeting: { ofRow, contact } }: { meeting: Meeting }) {
  if (ofRow > 0) return <>Row {figure(ofRow)} has the same e-mail</>;
  if (contact === null) return <span className="text-ink-3">Somebody who is no longer here</span>;
  return (
    <Link href={`/contacts/${contact.id}`} prefetch={false} className="text-link hover:underline">
      <bdi>{contact.name || `Contact ${contact.id}`}</bdi>
    </Link>
  );
}

function Changes({ changes, set, timeZone }: Told & { changes: Meeting["changes"] }) {
  const shown = (name: string, value: string) => shortened(shownValue(set.named(name), value, timeZone), longestShown);
  return changes.map(([name, before, after]) => (
    <span key={name} className="block">
      <bdi>{labelIn(set, name)}</bdi>:{" "}
      {before === "" ? null : (
        <>
          <del className="text-ink-3">
            <bdi>{shown(name, before)}</bdi>
          </del>{" "}
        </>
      )}
      <ins className="no-underline">
        <bdi>{shown(name, after)}</bdi>
      </ins>
    </span>
  ));
}
