import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { BulkView } from "#lib/bulk/queries/changes.ts";
import type { BulkRowView } from "#lib/bulk/queries/rows.ts";
import { count } from "#lib/words.ts";

type Props = {
  run: BulkView;
  what: "refused" | "left";
  rows: readonly BulkRowView[];
  /** The row after which this page begins (0 for the first), and the one after which the next does. */
  pages: { after: number; next: number | undefined };
};

const titles = { refused: "refused", left: "left by the undoing" };

/** The contacts for which it was not done, or not undone, and why; a page at a time. */
export function RowsTable({ run, what, rows, pages: { after, next } }: Props) {
  if (rows.length === 0) return null;
  return (
    <Section title={`${count(run[what], "contact")} ${titles[what]}`}>
      <Table label={`Contacts ${titles[what]}`}>
        <Thead>
          <Th>Contact</Th>
          <Th>Email</Th>
          <Th>Reason</Th>
        </Thead>
        <Tbody>
          {rows.map(({ id, contactId, name, email, isHere, reason, undoReason }) => (
            <Tr key={id}>
              <Td on="title">
                {isHere || name === "" ? (
                  <ContactLink id={contactId} name={isHere ? name : null} />
                ) : (
                  <span>
                    <bdi>{name}</bdi> (deleted)
                  </span>
                )}
              </Td>
              <Td>
                <bdi>{email}</bdi>
              </Td>
              <Td flow="prose">{what === "refused" ? reason : undoReason}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Pagination
        label={`Pages of contacts ${titles[what]}`}
        newer={after === 0 ? undefined : `/bulk/${run.id}`}
        older={next === undefined ? undefined : `/bulk/${run.id}?${what}=${next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </Section>
  );
}
