import { Fact, Facts } from "#components/sales/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { PolicySettings } from "#lib/registration/policy.ts";
import { changesInWords, policyInWords } from "#lib/registration/policy-words.ts";
import type { PolicyVersion } from "#lib/registration/queries/policies.ts";
import { dateAndTime } from "#lib/words.ts";

export function PolicyInForce({ version, settings }: { version: number; settings: PolicySettings }) {
  return (
    <Card title={`In force: version ${version}`}>
      <Facts>
        {policyInWords(settings).map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}

/** Every version with who, when and why, the newest first. */
export function PolicyVersions({ versions, timeZone }: { versions: readonly PolicyVersion[]; timeZone: string }) {
  return (
    <Section title="Versions">
      <Table label="Versions of the policy, newest first">
        <Thead>
          <Th>Version</Th>
          <Th>What changed</Th>
          <Th>Why</Th>
          <Th>Who and when</Th>
        </Thead>
        <Tbody>
          {versions.map(({ version, settings, who, reason, at }, place) => (
            <Tr key={version}>
              <Td on="title" className="align-top">
                {version}
              </Td>
              <Td flow="prose" className="align-top max-sm:basis-full">
                {at === null ? "The first settings" : changesInWords(versions[place + 1]?.settings, settings)}
              </Td>
              <Td flow="prose" className="align-top max-sm:basis-full">
                {reason}
              </Td>
              <Td className="align-top">
                <bdi>{who}</bdi>
                <span className="block text-sm text-ink-3">
                  {at === null ? "From the beginning" : dateAndTime(at, timeZone)}
                </span>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Section>
  );
}
