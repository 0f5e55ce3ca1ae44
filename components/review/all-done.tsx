import Link from "next/link";
import { FocusHeading } from "#components/review/focus-heading.tsx";
import { Button } from "#components/ui/button.tsx";
import { judgeFormAction } from "#lib/review/actions.ts";
import { type ReviewAddress, spellReviewAddress } from "#lib/review/address.ts";
import type { MendingView } from "#lib/review/queries/mendings.ts";
import { changeInWords } from "#lib/review/words.ts";
import { count } from "#lib/words.ts";

type Props = {
  left: { count: number };
  mendings: readonly MendingView[];
  address: ReviewAddress;
  focused: boolean;
  /** The next page of the queue is on its way. */
  more: boolean;
  onUndoAll: (mendings: readonly number[]) => void;
};

/** Nobody waits here: what was changed in the last 24 hours, and the way back. */
export function AllDone({ left, mendings, address, focused, more, onUndoAll }: Props) {
  const others = left.count > 0;
  if (more) return <p className="text-ink-2">Fetching the next contacts …</p>;

  return (
    <section aria-labelledby="all-done" className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <FocusHeading id="all-done" focused={focused}>
        {others ? "Nobody waits here" : "Nothing is left to review"}
      </FocusHeading>
      {others ? (
        <Link href={spellReviewAddress({ group: address.group })} prefetch={false} className="text-link underline">
          Show all that are left
        </Link>
      ) : (
        <p className="text-ink-2">
          What was mended is asked for again by itself. Whoever is found invalid again comes back here.
        </p>
      )}
      {mendings.length === 0 ? null : <Changed mendings={mendings} onUndoAll={onUndoAll} />}
    </section>
  );
}

function Changed({ mendings, onUndoAll }: Pick<Props, "mendings" | "onUndoAll">) {
  const ids = mendings.map(({ id }) => id);
  return (
    <>
      <h3 className="text-lg">Changed in the last 24 hours</h3>
      <ul aria-label="Changes" className="flex max-h-96 flex-col gap-1 overflow-y-auto">
        {mendings.map((mending) => (
          <Changes key={mending.id} mending={mending} />
        ))}
      </ul>
      <form
        action={judgeFormAction}
        onSubmit={(event) => {
          event.preventDefault();
          onUndoAll(ids);
        }}
      >
        <input type="hidden" name="verb" value="undo" />
        <input type="hidden" name="mendings" value={ids.join(" ")} />
        <Button type="submit">Undo all {count(ids.length, "verdict")}</Button>
      </form>
    </>
  );
}

function Changes({ mending: { changes, names, who } }: { mending: MendingView }) {
  return changes.map((change) => {
    const [contactId, property] = change;
    return (
      <li key={`${contactId} ${property}`} className="text-sm">
        <Link
          href={`/contacts/${contactId}`}
          prefetch={false}
          className="inline-flex min-h-(--target) items-center font-semibold text-link"
        >
          {names[String(contactId)]}
        </Link>{" "}
        <bdi className="break-words">{changeInWords(change)}</bdi> <span className="text-ink-3">by {who}</span>
      </li>
    );
  });
}
