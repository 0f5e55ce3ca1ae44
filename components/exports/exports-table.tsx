import Link from "next/link";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { ExportLine } from "#lib/exports/queries.ts";
import { dateAndTime, figure } from "#lib/words.ts";

/** The log of exports, newest first. */
export function ExportsTable({ exports, timeZone }: { exports: readonly ExportLine[]; timeZone: string }) {
  return (
    <Table label="Exports">
      <Thead>
        <Th>File</Th>
        <Th>When</Th>
        <Th>By</Th>
        <Th>Which contacts</Th>
        <Th align="end">Columns</Th>
        <Th align="end">Contacts</Th>
      </Thead>
      <Tbody>
        {exports.map(({ id, fileName, createdAt, who, what, address, columns, contacts, finishedAt }) => (
          <Tr key={id}>
            <Td on="title">
              <bdi>{fileName}</bdi>
            </Td>
            <Td>{dateAndTime(createdAt, timeZone)}</Td>
            <Td label="By">
              <bdi>{who}</bdi>
            </Td>
            <Td flow="prose">
              <Link href={`/contacts?${address}`} prefetch={false} className="text-link underline">
                <bdi>{what}</bdi>
              </Link>
            </Td>
            <Td align="end" label="Columns">
              {figure(columns)}
            </Td>
            <Td align="end" label="Contacts">
              {finishedAt === null ? "Not finished" : figure(contacts)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
