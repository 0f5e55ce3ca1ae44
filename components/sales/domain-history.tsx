import { Section } from "#components/ui/section.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { eventInWords } from "#lib/sales/history-words.ts";
import type { DomainEvent } from "#lib/sales/queries/domain-record.ts";
import { dateAndTime } from "#lib/words.ts";

type History = { events: readonly DomainEvent[]; older: string | undefined; timeZone: string };

/** What happened to the domain, newest first; the sequence number is the only order that counts. */
export function DomainHistory({ events, older, timeZone }: History) {
  return (
    <Section title="History">
      {events.length === 0 ? (
        <p className="text-ink-2">Nothing has happened to this domain yet.</p>
      ) : (
        <Table label="History, newest first">
          <Thead>
            <Th>Number and time</Th>
            <Th>What</Th>
            <Th>Who</Th>
          </Thead>
          <Tbody>
            {events.map((event) => (
              <HistoryRow key={event.number} event={event} timeZone={timeZone} />
            ))}
          </Tbody>
        </Table>
      )}
      {older === undefined ? null : (
        <LinkButton href={older} prefetch={false} size="small" className="self-end">
          Older
        </LinkButton>
      )}
    </Section>
  );
}

function HistoryRow({ event, timeZone }: { event: DomainEvent; timeZone: string }) {
  const { number, at, who, portalId, portalName } = event;
  return (
    <Tr>
      <Td on="title" className="align-top">
        {number}
        <span className="block text-sm text-ink-3">{dateAndTime(at, timeZone)}</span>
      </Td>
      <Td flow="prose" className="align-top max-sm:basis-full max-sm:text-base max-sm:text-ink">
        {eventInWords(event)}
      </Td>
      <Td className="align-top">
        <bdi>{who}</bdi>
        {portalId === null ? null : (
          <span className="block text-sm text-ink-3">
            <bdi>{portalName}</bdi>, Hub ID {portalId}
          </span>
        )}
      </Td>
    </Tr>
  );
}
