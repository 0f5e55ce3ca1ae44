import { Card } from "#components/ui/card.tsx";
import type { TimelineLine } from "#lib/registration/queries.ts";
import { eventInWords } from "#lib/sales/history-words.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { domainKey: string; history: readonly TimelineLine[]; timeZone: string };

/** What this portal's part in the domain was, newest first, each line with its number in the record. */
export function DomainEvents({ domainKey, history, timeZone }: Props) {
  return (
    <Card title="Your history with it">
      {history.length === 0 && <p className="text-ink-3">Nothing yet.</p>}
      <ol className="flex flex-col gap-2">
        {history.map((line) => (
          <li key={line.number} className="flex flex-wrap gap-x-4 border-b border-line pb-2 last:border-b-0 last:pb-0">
            <span className="min-w-0 flex-1 basis-64 break-words">{eventInWords(line)}</span>
            <span className="text-sm text-ink-3">
              No. {line.number}, {dateAndTime(line.at, timeZone)}, <bdi>{line.who}</bdi>
            </span>
          </li>
        ))}
      </ol>
      {history.length > 0 && (
        <p className="mt-3 text-sm text-ink-2">
          <a href={`/api/domains/${domainKey}/proof`} download className="text-link underline">
            Download the proof
          </a>{" "}
          of this history: a file that anybody can check without us.
        </p>
      )}
    </Card>
  );
}
