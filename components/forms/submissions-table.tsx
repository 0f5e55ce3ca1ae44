import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { sentInWords } from "#components/forms/sent-in-words.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { SubmissionLine } from "#lib/forms/queries/forms.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { lines: readonly SubmissionLine[]; labels: Readonly<Record<string, string>>; timeZone: string };

/** What was sent, newest first, and whose contact it became. */
export function SubmissionsTable({ lines, labels, timeZone }: Props) {
  return (
    <Table label="Submissions">
      <Thead>
        <Th>Contact</Th>
        <Th>When</Th>
        <Th>What was sent</Th>
        <Th>From</Th>
        <Th>Page</Th>
      </Thead>
      <Tbody>
        {lines.map(({ id, at, values, kept, page, referrer, contactId, contactName }) => (
          <Tr key={id}>
            <Td on="title">{contactId === null ? null : <ContactLink id={contactId} name={contactName} />}</Td>
            <Td>{dateAndTime(at, timeZone)}</Td>
            <Td flow="prose">
              <bdi>{sentInWords(values, labels)}</bdi>
              {kept.length === 0 ? null : (
                <span className="block text-sm text-ink-3">
                  Left as the contact had it: {kept.map((name) => labels[name] ?? name).join(", ")}
                </span>
              )}
            </Td>
            <Td label="From">
              <bdi>{referrer}</bdi>
            </Td>
            <Td label="Page">
              <bdi>{page}</bdi>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
