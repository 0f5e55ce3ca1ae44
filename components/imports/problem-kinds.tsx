import { Button } from "#components/ui/button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { leaveOutColumnAction } from "#lib/imports/actions.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { problemInWords } from "#lib/imports/sentences.ts";
import type { ProblemCount } from "#lib/imports/tally.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { figure } from "#lib/words.ts";

type Props = { found: ImportView; problems: readonly ProblemCount[]; set: PropertySet };

/** What is wrong, column by column, with the rows that it keeps out. */
export function ProblemKinds({ found, problems, set }: Props) {
  return (
    <Table label="Problems by kind">
      <Thead>
        <Th>Column</Th>
        <Th>What is wrong</Th>
        <Th align="end">Rows</Th>
        <Th>Instead</Th>
      </Thead>
      <Tbody>
        {problems.map(({ column, kind, rows }) => (
          <Tr key={`${column} ${kind}`}>
            <Td on="title">{column === -1 ? "Whole rows" : <bdi>{found.columns[column]}</bdi>}</Td>
            <Td flow="prose">{problemInWords(kind, set.named(found.matches[column] ?? ""))}</Td>
            <Td align="end" label="Rows">
              {figure(rows)}
            </Td>
            <Td>{column === -1 ? "Mend them in the file" : <LeaveOut found={found} column={column} />}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function LeaveOut({ found: { id, columns }, column }: { found: ImportView; column: number }) {
  return (
    <form action={leaveOutColumnAction}>
      <input type="hidden" name="importId" value={id} />
      <input type="hidden" name="column" value={column} />
      <Button type="submit" size="small" variant="quiet">
        <span>
          Leave out “<bdi>{columns[column]}</bdi>”
        </span>
      </Button>
    </form>
  );
}
