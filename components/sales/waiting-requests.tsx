import { Section } from "#components/ui/section.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { WaitingRequest } from "#lib/sales/queries/domain-record.ts";
import { dateAndTime } from "#lib/words.ts";

const kinds = { manual: "By hand", automatic: "Automatic", pursuit: "Pursuit" };

/** Who waits for the domain, in the order in which they will be served. */
export function WaitingRequests({ requests, timeZone }: { requests: readonly WaitingRequest[]; timeZone: string }) {
  return (
    <Section title="Waiting requests">
      {requests.length === 0 ? (
        <p className="text-ink-2">Nobody waits for this domain.</p>
      ) : (
        <Table label="Waiting requests, in order of receipt">
          <Thead>
            <Th align="end">Receipt</Th>
            <Th>From</Th>
            <Th>Kind</Th>
            <Th>Requested</Th>
          </Thead>
          <Tbody>
            {requests.map((each) => (
              <Tr key={each.receipt}>
                <Td on="title" align="end">
                  {each.receipt}
                </Td>
                <Td on="aside">
                  <bdi>{each.portalId === null ? "The vendor" : each.portalName}</bdi>
                  {each.portalId === null ? null : <span className="text-ink-3"> Hub ID {each.portalId}</span>}
                </Td>
                <Td>
                  {kinds[each.kind]}
                  {each.pausedAt === null ? null : <span className="text-ink-3">, sync paused</span>}
                </Td>
                <Td label="Requested">{dateAndTime(each.requestedAt, timeZone)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Section>
  );
}
