import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { dateAndTime } from "#lib/words.ts";

type Offer = { id: number; key: string; portalName: string; fromPortal: number; offeredAt: number };
type Watched = { key: string; since: number; who: string };
type Props = { offers: readonly Offer[]; watched: readonly Watched[]; timeZone: string };

/** Transfers that wait for this portal's answer, and the domains it watches. */
export function DomainLists({ offers, watched, timeZone }: Props) {
  return (
    <>
      {offers.length === 0 ? null : <Offers offers={offers} timeZone={timeZone} />}
      <WatchedDomains watched={watched} timeZone={timeZone} />
    </>
  );
}

function Offers({ offers, timeZone }: Omit<Props, "watched">) {
  return (
    <Card title="Offered to you">
      <Table label="Offered to you">
        <Thead>
          <Th>Domain</Th>
          <Th>By</Th>
          <Th>On</Th>
        </Thead>
        <Tbody>
          {offers.map(({ id, key, portalName, fromPortal, offeredAt }) => (
            <Tr key={id}>
              <Td on="title">
                <DomainLink domain={key} />
              </Td>
              <Td>
                <bdi>{portalName}</bdi>, Hub ID {fromPortal}
              </Td>
              <Td>{dateAndTime(offeredAt, timeZone)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Card>
  );
}

function WatchedDomains({ watched, timeZone }: Omit<Props, "offers">) {
  return (
    <Card title="Watched">
      {watched.length === 0 ? (
        <p className="text-ink-3">None. Look up a domain that somebody else holds, and be told when it is free.</p>
      ) : (
        <Table label="Watched domains">
          <Thead>
            <Th>Domain</Th>
            <Th>Since</Th>
            <Th>By</Th>
          </Thead>
          <Tbody>
            {watched.map(({ key, since, who }) => (
              <Tr key={key}>
                <Td on="title">
                  <DomainLink domain={key} />
                </Td>
                <Td>{dateAndTime(since, timeZone)}</Td>
                <Td>
                  <bdi>{who}</bdi>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
}

function DomainLink({ domain }: { domain: string }) {
  return (
    <Link href={`/registration/${domain}`} prefetch={false} className="name">
      {domain}
    </Link>
  );
}
