import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { BulkChange } from "#lib/bulk/change.ts";
import type { Example } from "#lib/bulk/dry-run.ts";
import { columnsOf } from "#lib/bulk/result-file.ts";
import type { Labels } from "#lib/bulk/words.ts";
import { shownValue } from "#lib/properties/shown-value.ts";

type Props = { examples: readonly Example[]; change: BulkChange; labels: Labels };

/** Some of those that would change: what stands there now, and what will. */
export function ExamplesTable({ examples, change, labels: { set, timeZone } }: Props) {
  if (examples.length === 0 || change.kind !== "edit") return null;
  const columns = columnsOf(change, set);
  const shown = (name: string, value: string) => shownValue(set.named(name), value, timeZone) || "blank";
  return (
    <Table label="Some of those that would change">
      <Thead>
        <Th>For example</Th>
        {columns.map(({ name, label }) => (
          <Th key={name}>{label}</Th>
        ))}
      </Thead>
      <Tbody>
        {examples.map(({ contactId, name: who, values }) => (
          <Tr key={contactId}>
            <Td on="title">
              <ContactLink id={contactId} name={who} />
            </Td>
            {columns.map(({ name, label }) => {
              const [, before = "", after = ""] = values.find(([property]) => property === name) ?? [];
              return (
                <Td key={name} label={label} flow="prose">
                  <bdi>{shown(name, before)}</bdi> → <bdi>{shown(name, after)}</bdi>
                </Td>
              );
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
