import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { undoMergeAction } from "#lib/registration/actions/contacts.ts";
import type { UndoableMerge } from "#lib/registration/queries/merges.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = { contactId: number; merges: readonly UndoableMerge[]; timeZone: string };

/** What became a part of this contact lately, with the way back. */
export function UndoMerges({ contactId, merges, timeZone }: Props) {
  return merges.map(({ id, name, at, who, daysLeft }) => (
    <Notice
      key={id}
      title={
        <>
          <bdi>{name || "Another contact"}</bdi> was merged into this contact.
        </>
      }
      action={<UndoMerge contactId={contactId} merge={id} />}
    >
      {dateAndTime(at, timeZone)}, by <bdi>{who}</bdi>. It can be undone for {count(daysLeft, "more day", "more days")}.
    </Notice>
  ));
}

/** Right after it, before anything else has happened. */
export function JustMerged({ contactId, merge }: { contactId: number; merge: number | undefined }) {
  const undo = merge === undefined ? null : <UndoMerge contactId={contactId} merge={merge} />;
  return <Notice tone="success" title="The two contacts are one now." action={undo} />;
}

function UndoMerge({ contactId, merge }: { contactId: number; merge: number }) {
  return (
    <form action={undoMergeAction}>
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="merge" value={merge} />
      <Button type="submit">Undo merge</Button>
    </form>
  );
}
