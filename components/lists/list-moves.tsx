import Link from "next/link";
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
                {name === null ? (
                  <span className="text-ink-3">A contact that was deleted</span>
                ) : (
                  <Link href={`/contacts/${contactId}`} prefetch={false} className="text-link underline">
                    <bdi>{name || `Contact ${contactId}`}</bdi>
                  </Link>
                )}
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
