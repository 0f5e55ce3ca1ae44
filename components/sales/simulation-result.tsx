import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Difference } from "#lib/registration/differences.ts";
import type { Span } from "#lib/registration/held.ts";
import type { Simulated } from "#lib/registration/queries/simulation.ts";
import { changeNames } from "#lib/registration/simulation-file.ts";
import { count, figure, shortDay } from "#lib/words.ts";

const shown = 100;

/** What it would have come to, had the policy been in force from the beginning. */
export function SimulationSums({ simulated: { differences, requests, events } }: { simulated: Simulated }) {
  const many = (change: Difference["change"]) => differences.filter((each) => each.change === change).length;
  return (
    <Section title="Simulation">
      <Notice title={sentenceOf(differences.length)}>
        <p>
          {count(many("gained"), "domain")} gained, {figure(many("lost"))} lost, {figure(many("dates"))} with other
          dates. Told again: {count(events, "event")}, {count(requests, "request")}.
        </p>
        <p>
          Nothing was changed. What a limit refused at Save, and what no automatic request asked, left no trace and
          cannot be told again. What was decided stays as it is: a new version counts from the next decision on.
        </p>
      </Notice>
    </Section>
  );
}

/** Who would have gained and lost what; `file` is where all of it is. */
export function SimulationTable({ simulated, file }: { simulated: Simulated; file: string }) {
  const { differences, portalNames } = simulated;
  if (differences.length === 0) return null;
  return (
    <Section title="What would have been different">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-2">
          {differences.length > shown
            ? `The first ${shown} of ${figure(differences.length)}, by domain.`
            : "By domain."}
        </p>
        <a href={file} download className={buttonLook({ variant: "secondary", size: "medium" })}>
          Download as CSV
        </a>
      </div>
      <Table label="What the policy would have changed">
        <Thead>
          <Th>Domain</Th>
          <Th>Change</Th>
          <Th>Who</Th>
          <Th>What happened</Th>
          <Th>With this policy</Th>
        </Thead>
        <Tbody>
          {differences.slice(0, shown).map((each) => (
            <Row key={`${each.key} ${each.portalId}`} difference={each} portalNames={portalNames} />
          ))}
        </Tbody>
      </Table>
    </Section>
  );
}

function sentenceOf(differences: number): string {
  return differences === 0
    ? "In all the history nothing would have been different."
    : `${count(differences, "thing")} would have been different.`;
}

type RowProps = { difference: Difference; portalNames: Simulated["portalNames"] };

function Row({ difference: { key, portalId, change, really, would }, portalNames }: RowProps) {
  return (
    <Tr>
      <Td on="title">
        <Link href={`/domains/${key}`} prefetch={false} className="font-semibold text-link hover:underline">
          {key}
        </Link>
      </Td>
      <Td on="aside">{changeNames[change]}</Td>
      <Td>
        {portalId === null ? (
          "The vendor"
        ) : (
          <>
            <bdi>{portalNames.get(portalId)}</bdi>
            <span className="block text-sm text-ink-3">Hub ID {portalId}</span>
          </>
        )}
      </Td>
      <Td label="Was:" flow="prose">
        {inWords(really)}
      </Td>
      <Td label="Would be:" flow="prose">
        {inWords(would)}
      </Td>
    </Tr>
  );
}

function inWords(spans: readonly Span[]): string {
  if (spans.length === 0) return "Nothing";
  return spans.map(({ from, until }) => `${shortDay(from)} to ${until === "" ? "now" : shortDay(until)}`).join("; ");
}
