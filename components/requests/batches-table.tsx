import Link from "next/link";
import { OutcomeBar } from "#components/requests/outcome-bar.tsx";
import { stageOf, stageWords } from "#components/requests/progress.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { BatchView } from "#lib/registration/queries.ts";
import { count, dateAndTime } from "#lib/words.ts";

/** One row for each request of many contacts. */
export function BatchesTable({ batches, timeZone }: { batches: readonly BatchView[]; timeZone: string }) {
  return (
    <Table label="Requests for many contacts">
      <Thead>
        <Th>When</Th>
        <Th>Who</Th>
        <Th align="end">Size</Th>
        <Th className="w-1/3">Outcome</Th>
        <Th>State</Th>
      </Thead>
      <Tbody>
        {batches.map((batch) => (
          <Tr key={batch.id}>
            <Td on="title">
              <Link href={`/requests/${batch.id}`} prefetch={false} className="font-semibold text-link hover:underline">
                {dateAndTime(batch.createdAt, timeZone)}
              </Link>
            </Td>
            <Td>
              <bdi>{batch.who}</bdi>
            </Td>
            <Td align="end">{count(batch.requested, "contact")}</Td>
            <Td className="max-sm:basis-full">
              <OutcomeBar batch={batch} />
            </Td>
            <Td on="aside">{stageWords[stageOf(batch)]}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
