import Link from "next/link";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { KeptLine } from "#lib/imports/queries/undo.ts";
import { whyKept } from "#lib/imports/sentences.ts";

/** Who an undo has left as they are, and why. */
export function KeptTable({ lines }: { lines: readonly KeptLine[] }) {
  return (
    <Table label="Contacts left as they are">
      <Thead>
        <Th>Contact</Th>
        <Th>Why</Th>
      </Thead>
      <Tbody>
        {lines.map(({ contactId, name, why }) => (
          <Tr key={contactId}>
            <Td on="title">
              <Link href={`/contacts/${contactId}`} prefetch={false} className="text-link hover:underline">
                <bdi>{name || `Contact ${contactId}`}</bdi>
              </Link>
            </Td>
            <Td flow="prose">{whyKept[why]}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
