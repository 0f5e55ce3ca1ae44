import Link from "next/link";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { ImportLine } from "#lib/imports/queries.ts";
import { dateAndTime, figure } from "#lib/words.ts";

const states: Record<ImportLine["state"], string> = {
  receiving: "Coming in",
  matching: "Match columns",
  checking: "Checking",
  checked: "Checked",
  running: "Importing",
  done: "Done",
  failed: "Failed",
};

/** The history of imports, newest first. */
export function ImportsTable({ imports, timeZone }: { imports: readonly ImportLine[]; timeZone: string }) {
  return (
    <Table label="Imports">
      <Thead>
        <Th>File</Th>
        <Th>When</Th>
        <Th>By</Th>
        <Th>State</Th>
        <Th align="end">Created</Th>
        <Th align="end">Updated</Th>
        <Th align="end">Failed</Th>
      </Thead>
      <Tbody>
        {imports.map(({ id, fileName, createdAt, who, state, undo, created, updated, failed }) => (
          <Tr key={id}>
            <Td on="title">
              <Link href={`/imports/${id}`} prefetch={false} className="text-link hover:underline">
                <bdi>{fileName}</bdi>
              </Link>
            </Td>
            <Td>{dateAndTime(createdAt, timeZone)}</Td>
            <Td label="By">
              <bdi>{who}</bdi>
            </Td>
            <Td on="aside">{undo === "undone" ? "Undone" : states[state]}</Td>
            <Figure label="Created" value={created} />
            <Figure label="Updated" value={updated} />
            <Figure label="Failed" value={failed} />
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <Td align="end" label={label}>
      {figure(value)}
    </Td>
  );
}
