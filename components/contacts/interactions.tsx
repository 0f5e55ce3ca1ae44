import Link from "next/link";
import { FindInteractions } from "#components/contacts/find-interactions.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import {
  type Counts,
  type Interaction,
  interactionKinds,
  isWhole,
  monthIn,
  type Summary,
} from "#lib/registration/interactions.ts";
import { interactionsAddress, type InteractionsAddress, newestFirst } from "#lib/registration/interactions-address.ts";
import type { InteractionsPage } from "#lib/registration/queries/interactions.ts";
import { count, dateAndTime, figure, monthInWords } from "#lib/words.ts";

type Props = { contactId: number; page: InteractionsPage; address: InteractionsAddress; timeZone: string };

/** "Showing All 226 Interactions" of the seed's page 1c: by month, each with its counts by kind. */
export function Interactions({ contactId, page: { lines, next, summary }, address, timeZone }: Props) {
  const { asked, from } = address;
  const months = Map.groupBy(lines, ({ at }) => monthIn(timeZone, at));
  const at = (position: typeof from) => interactionsAddress(contactId, { asked, from: position });
  return (
    <div id="interactions" className="scroll-mt-24">
      <Card title={titleOf(summary, isWhole(asked))}>
        <div className="flex flex-col gap-4">
          <FindInteractions contactId={contactId} asked={asked} byKind={summary.byKind} />
          {lines.length === 0 && <NothingFound contactId={contactId} isAll={isWhole(asked)} />}
          {[...months].map(([month, of]) => (
            <Month key={month} month={month} counts={summary.byMonth.get(month)} lines={of} timeZone={timeZone} />
          ))}
          {from === newestFirst && next === null ? null : (
            <Pagination
              label="Pages of interactions"
              newer={from === newestFirst ? undefined : at(newestFirst)}
              older={next === null ? undefined : at(next)}
              names={{ newer: "Newest", older: "Older" }}
            />
          )}
        </div>
      </Card>
    </div>
  );
}

function titleOf({ total, matching, exact }: Summary, isAll: boolean): string {
  const all = exact ? count(total, "Interaction") : `${figure(total)}+ Interactions`;
  if (!isAll) return `Showing ${figure(matching)}${exact ? "" : "+"} of ${all}`;
  return exact ? `Showing All ${all}` : `Showing ${all}`;
}

function NothingFound({ contactId, isAll }: { contactId: number; isAll: boolean }) {
  if (isAll) return <p className="text-ink-3">Forms, list memberships, registrations and changes will stand here.</p>;
  const action = (
    <LinkButton href={interactionsAddress(contactId, { asked: { kinds: [], search: "" }, from: newestFirst })}>
      Show all interactions
    </LinkButton>
  );
  return (
    <Empty level={3} title="No interaction matches" action={action}>
      Choose more kinds, or search for a part of a word.
    </Empty>
  );
}

type MonthProps = { month: string; counts: Counts | undefined; lines: readonly Interaction[]; timeZone: string };

/** A month that older lines may still add to has no counts. */
function Month({ month, counts, lines, timeZone }: MonthProps) {
  return (
    <details open>
      <summary className="min-h-(--target) border-b border-control py-1">
        <h3 className="mr-3 inline text-base">{monthInWords(month)}</h3>
        <span className="text-sm text-ink-3">{counts === undefined ? "" : countsInWords(counts)}</span>
      </summary>
      <ol>
        {lines.map((line) => (
          <Line key={`${line.source} ${line.id}`} line={line} timeZone={timeZone} />
        ))}
      </ol>
    </details>
  );
}

/** "3 Emails, 4 List Memberships". */
function countsInWords(counts: Counts): string {
  return interactionKinds
    .flatMap(({ kind, one, more }) => (counts.has(kind) ? [count(counts.get(kind) ?? 0, one, more)] : []))
    .join(", ");
}

function Line({ line: { words, who, href, at }, timeZone }: { line: Interaction; timeZone: string }) {
  const told = <bdi>{words}</bdi>;
  return (
    <li className="flex flex-wrap gap-x-4 border-b border-line py-2 last:border-b-0">
      <span className="min-w-0 flex-1 basis-48 break-words">
        {href === "" ? (
          told
        ) : (
          <Link href={href} prefetch={false} className="text-link underline">
            {told}
          </Link>
        )}
        <span className="block text-sm text-ink-3">
          <bdi>{who}</bdi>
        </span>
      </span>
      <span className="text-sm text-ink-3">{dateAndTime(at, timeZone)}</span>
    </li>
  );
}
