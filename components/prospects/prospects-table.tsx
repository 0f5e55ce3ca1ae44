import Link from "next/link";
import { type MarkKind, MarkShape } from "#components/registration/mark.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { isWorthAsking, type Prospect, type Standing, standingInWords } from "#lib/prospects/prospect.ts";
import { ago, count, figure } from "#lib/words.ts";

type Props = { prospects: readonly Prospect[]; vendor: string; now: number };

/** Each domain with how it stands, and the way on. */
export function ProspectsTable({ prospects, vendor, now }: Props) {
  return (
    <Table label="Prospects">
      <Thead>
        <Th>Domain</Th>
        <Th align="end">Contacts</Th>
        <Th align="end">Seen at forms</Th>
        <Th>Last seen</Th>
        <Th>How it stands</Th>
        <Th>What to do</Th>
      </Thead>
      <Tbody>
        {prospects.map((each) => (
          <Tr key={each.key}>
            <Td on="title">
              <Link href={`/registration/${each.key}`} prefetch={false} className="name">
                <bdi>{each.display}</bdi>
              </Link>
            </Td>
            <Td align="end" label="Contacts">
              {figure(each.contacts)}
            </Td>
            <Td align="end" label="Seen at forms">
              {figure(each.visits)}
            </Td>
            <Td label="Last seen">{ago(each.lastSeenAt, now)}</Td>
            <Td>
              <span className="inline-flex items-center gap-2">
                <MarkShape {...looksOf(each.standing)} />
                {standingInWords(each.standing, vendor)}
              </span>
            </Td>
            <Td>
              <WayOn prospect={each} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function looksOf(standing: Standing): { kind: MarkKind; className: string } {
  if (typeof standing === "object") return { kind: "invalid", className: "text-invalid" };
  switch (standing) {
    case "yours":
      return { kind: "registered", className: "text-registered" };
    case "another-partner":
    case "pursued":
      return { kind: "unavailable", className: "text-unavailable" };
    case "free":
    case "not-shown":
      return { kind: "none", className: "text-ink-3" };
  }
}

function WayOn({ prospect: { key, contacts, standing } }: { prospect: Prospect }) {
  if (!isWorthAsking(standing)) return null;
  if (contacts === 0)
    return (
      <LinkButton href={`/contacts/new?website=${encodeURIComponent(key)}`} prefetch={false} size="small">
        Add contact
      </LinkButton>
    );
  return (
    <LinkButton href={`/requests/new?domain=${encodeURIComponent(key)}`} prefetch={false} size="small">
      Request registration for {count(contacts, "contact")}
    </LinkButton>
  );
}
