import { Empty } from "#components/ui/empty.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { HistoryLine } from "#lib/contacts/queries/contact-record.ts";
import { propertyNamed } from "#lib/properties/registry.ts";
import { dateAndTime } from "#lib/words.ts";

const sources = { person: "Person", import: "Import", form: "Form", engine: "Sync", demo: "Demo" };

/** Every change of a property, newest first, with its source. */
export function PropertyHistory({ history, timeZone }: { history: readonly HistoryLine[]; timeZone: string }) {
  if (history.length === 0) return <Empty title="No changes yet">Every change of a property is kept here.</Empty>;
  return (
    <Table label="Property History">
      <Thead>
        <Th>Property</Th>
        <Th>Value</Th>
        <Th>Before</Th>
        <Th>When</Th>
        <Th>Source</Th>
      </Thead>
      <Tbody>
        {history.flatMap(({ id, at, source, who, changes }) =>
          changes.map(([property, before, after]) => (
            <Tr key={`${id} ${property}`}>
              <Td on="title">{propertyNamed(property)?.label ?? property}</Td>
              <Td flow="prose">
                <bdi>{after || "Blank"}</bdi>
              </Td>
              <Td label="Before" flow="prose" className="text-ink-3">
                <bdi>{before}</bdi>
              </Td>
              <Td>{dateAndTime(at, timeZone)}</Td>
              <Td>
                {sources[source]}: <bdi>{who}</bdi>
              </Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}
