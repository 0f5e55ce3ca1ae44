import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { shortened } from "#lib/imports/headings.ts";
import type { FailureView } from "#lib/imports/queries.ts";
import { figure } from "#lib/words.ts";

/** The first of the rows that failed, as they came. */
export function FailuresTable({ failures, total }: { failures: readonly FailureView[]; total: number }) {
  return (
    <>
      {failures.length < total ? <p className="text-ink-2">The first {failures.length} of them:</p> : null}
      <Table label="Failed rows">
        <Thead>
          <Th>Row</Th>
          <Th>Reason</Th>
          <Th>Cells</Th>
        </Thead>
        <Tbody>
          {failures.map(({ row, reason, cells }) => (
            <Tr key={row}>
              <Td on="title">{figure(row)}</Td>
              <Td flow="prose">
                <bdi>{reason}</bdi>
              </Td>
              <Td className="text-ink-2">
                <bdi>{shortened(cells.filter(Boolean).join(", "), 200)}</bdi>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
