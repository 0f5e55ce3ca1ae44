import Link from "next/link";
import { StandingMark } from "#components/sales/standing-mark.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { type Domain, nameOfReason, standingOf } from "#lib/sales/standing.ts";
import { dayIn } from "#lib/day.ts";
import { longDay, shortDay } from "#lib/words.ts";

/** Domains in the order in which they come. */
export function DomainTable({ rows, timeZone }: { rows: readonly Domain[]; timeZone: string }) {
  return (
    <Table label="Domains">
      <Thead>
        <Th>Domain</Th>
        <Th>State</Th>
        <Th>By whom, why</Th>
        <Th>Since</Th>
        <Th>Last day</Th>
      </Thead>
      <Tbody>
        {rows.map((domain) => (
          <DomainRow key={domain.key} domain={domain} timeZone={timeZone} />
        ))}
      </Tbody>
    </Table>
  );
}

function DomainRow({ domain, timeZone }: { domain: Domain; timeZone: string }) {
  const { key, display, holder, exclusion } = domain;
  const lastDay = holder === null || holder.expires === "" ? "" : longDay(holder.expires);
  return (
    <Tr>
      <Td on="title">
        <Link href={`/domains/${key}`} prefetch={false} className="font-semibold text-link hover:underline">
          <bdi>{display}</bdi>
        </Link>
      </Td>
      <Td on="aside">
        <StandingMark standing={standingOf(domain)} />
      </Td>
      <Td>
        <By holder={holder} exclusion={exclusion} />
      </Td>
      <Td label="Since">{sinceOf({ holder, exclusion }, timeZone)}</Td>
      <Td {...(lastDay !== "" && { label: "Last day" })}>{lastDay}</Td>
    </Tr>
  );
}

/** Who holds it, or why nobody may. */
export function By({ holder, exclusion }: Pick<Domain, "holder" | "exclusion">) {
  const why = exclusion === null ? "" : nameOfReason[exclusion.why];
  if (holder === null) return why;
  const also = why === "" ? "" : ` (not pursued: ${why.toLowerCase()})`;
  return (
    <>
      <bdi>{holder.portalId === null ? holder.account : holder.portalName}</bdi>
      {holder.portalId === null ? null : <span className="text-ink-3"> Hub ID {holder.portalId}</span>}
      {also}
    </>
  );
}

function sinceOf({ holder, exclusion }: Pick<Domain, "holder" | "exclusion">, timeZone: string): string {
  if (holder !== null) return longDay(holder.fromOn);
  return exclusion?.put ? shortDay(dayIn(timeZone, exclusion.put.since)) : "The beginning";
}
