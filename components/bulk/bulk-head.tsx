import { SentencesList } from "#components/bulk/sentences-list.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import type { BulkView } from "#lib/bulk/queries/changes.ts";
import { changeInWords, kindInWords, type Labels } from "#lib/bulk/words.ts";
import { dateAndTime } from "#lib/words.ts";

/** Which bulk change this is: what was done, when and by whom. */
export function BulkHead({ run, labels }: { run: BulkView; labels: Labels }) {
  const { who, createdAt, finishedAt, change, undoWho, undoneAt } = run;
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/bulk">All bulk changes</BackLink>
      <div>
        <h1 className="text-2xl">
          {kindInWords[change.kind]}, {dateAndTime(createdAt, labels.timeZone)}
        </h1>
        <p className="text-ink-2">
          Started by <bdi>{who}</bdi>
          {finishedAt === null ? "" : `, ended ${dateAndTime(finishedAt, labels.timeZone)}`}
          {undoneAt === null ? null : (
            <>
              , undone by <bdi>{undoWho}</bdi> {dateAndTime(undoneAt, labels.timeZone)}
            </>
          )}
        </p>
      </div>
      <SentencesList sentences={changeInWords(change, labels)} />
    </header>
  );
}
