import Link from "next/link";
import { stateWords } from "#components/bulk/progress.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { BulkView } from "#lib/bulk/queries/changes.ts";
import { changeInWords, kindInWords, type Labels } from "#lib/bulk/words.ts";
import { dateAndTime, figure } from "#lib/words.ts";

/** One row for each bulk change, newest first. */
export function ChangesTable({ changes, labels }: { changes: readonly BulkView[]; labels: Labels }) {
  return (
    <Table label="Bulk changes">
      <Thead>
        <Th>When</Th>
        <Th>What</Th>
        <Th>Who</Th>
        <Th align="end">Changed</Th>
        <Th align="end">Unchanged</Th>
        <Th align="end">Refused</Th>
        <Th>State</Th>
      </Thead>
      <Tbody>
        {changes.map((run) => (
          <Tr key={run.id}>
            <Td on="title">
              <Link href={`/bulk/${run.id}`} prefetch={false} className="font-semibold text-link hover:underline">
                {dateAndTime(run.createdAt, labels.timeZone)}
              </Link>
            </Td>
            <Td flow="prose">
              <bdi>{changeInWords(run.change, labels).join("; ") || kindInWords[run.change.kind]}</bdi>
            </Td>
            <Td>
              <bdi>{run.who}</bdi>
            </Td>
            <Figure label="Changed" many={run.changed} />
            <Figure label="Unchanged" many={run.unchanged} />
            <Figure label="Refused" many={run.refused} />
            <Td on="aside">{stateWords[run.state]}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Figure({ label, many }: { label: string; many: number }) {
  return (
    <Td align="end" label={label}>
      {figure(many)}
    </Td>
  );
}
