import Link from "next/link";
import { Fact, Facts } from "#components/sales/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Held, Unreadable } from "#lib/sales/accounts-load.ts";
import { refusalInWords } from "#lib/sales/domain-words.ts";
import type { LoadView } from "#lib/sales/queries/accounts-load.ts";
import { count, figure, longDay } from "#lib/words.ts";

/** What came of the rows, as sums that add up to all of them. */
export function LoadSums({ load }: { load: LoadView }) {
  const { waiting, pursued, late } = load.progress;
  return (
    <Card title={count(load.rows, "row")}>
      <Facts>
        <Fact name="Pursuits requested">{figure(load.requested)}</Fact>
        <Fact name="of them pursued now">{figure(pursued)}</Fact>
        <Fact name="of them waiting for the sync">{figure(waiting)}</Fact>
        {late === 0 ? null : <Fact name="of them refused: a partner was earlier">{figure(late)}</Fact>}
        <Fact name="Pursued already">{figure(load.alreadyPursued)}</Fact>
        <Fact name="Held by partners">{figure(load.held.count)}</Fact>
        <Fact name="Not readable">{figure(load.unreadable.count)}</Fact>
        <Fact name="Again in the same file">{figure(load.duplicates)}</Fact>
      </Facts>
    </Card>
  );
}

export function HeldDomains({ held, all }: { held: readonly Held[]; all: number }) {
  if (held.length === 0) return null;
  return (
    <Section title={`Held by partners${ofAll(held.length, all)}`}>
      <Table label="Domains that partners hold">
        <Thead>
          <Th>Domain</Th>
          <Th>Last day</Th>
        </Thead>
        <Tbody>
          {held.map(({ key, until }) => (
            <Tr key={key}>
              <Td on="title">
                <Link href={`/domains/${key}`} prefetch={false} className="font-semibold text-link hover:underline">
                  {key}
                </Link>
              </Td>
              <Td label="Until">{longDay(until)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Section>
  );
}

export function UnreadableRows({ rows, all }: { rows: readonly Unreadable[]; all: number }) {
  if (rows.length === 0) return null;
  return (
    <Section title={`Not readable${ofAll(rows.length, all)}`}>
      <Table label="Rows whose website cannot be read">
        <Thead>
          <Th align="end">Line</Th>
          <Th>Website</Th>
          <Th>What is wrong</Th>
        </Thead>
        <Tbody>
          {rows.map(({ line, website, why }) => (
            <Tr key={line}>
              <Td on="title" align="end">
                <span className="font-normal text-ink-3 sm:hidden">Line </span>
                {line}
              </Td>
              <Td on="aside">
                <bdi>{website}</bdi>
              </Td>
              <Td flow="prose">{refusalInWords(why)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Section>
  );
}

function ofAll(shown: number, all: number): string {
  return shown === all ? "" : `: the first ${shown} of ${figure(all)}`;
}
