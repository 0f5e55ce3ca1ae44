import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { MoveLine } from "#lib/lists/queries/members.ts";
import { dateAndTime } from "#lib/words.ts";

/** Who joined and who left, newest first. */
export function ListMoves({ moves, timeZone }: { moves: readonly MoveLine[]; timeZone: string }) {
  if (moves.length === 0) return null;
  return (
    <Card title="Joined and left">
      <Table label="Joined and left">
        <Thead>
          <Th>Contact</Th>
          <Th>What</Th>
          <Th>When</Th>
          <Th>By</Th>
        </Thead>
        <Tbody>
          {moves.map(({ id, contactId, name, at, joined, who }) => (
            <Tr key={id}>
              <Td on="title">
                <ContactLink id={contactId} name={name} />
              </Td>
              <Td>{joined ? "Joined" : "Left"}</Td>
              <Td>{dateAndTime(at, timeZone)}</Td>
              <Td>
                <bdi>{who}</bdi>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}
