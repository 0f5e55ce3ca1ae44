import { ImportProgress } from "#components/imports/import-progress.tsx";
import { PressForm } from "#components/imports/press-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/imports/figures.tsx";
import { countUndoAction, keepImportAction, undoImportAction } from "#lib/imports/actions.ts";
import type { ImportView, UndoView } from "#lib/imports/queries.ts";
import { undoDays } from "#lib/imports/undo.ts";
import { count, dateAndTime, figure } from "#lib/words.ts";

/** `until` is null once the import can no longer be undone. */
type Props = { found: ImportView; undo: UndoView | undefined; until: number | null; timeZone: string };

/** Undo the import: first what it would do, then how it goes, then what it did. */
export function UndoPanel({ found, undo, until, timeZone }: Props) {
  if (undo === undefined && until === null) return null;
  return (
    <Card title="Undo this import">
      <div className="flex flex-col gap-4">
        {undo === undefined ? (
          <Offer id={found.id} until={until ?? 0} timeZone={timeZone} />
        ) : (
          <Stage found={found} undo={undo} timeZone={timeZone} />
        )}
      </div>
    </Card>
  );
}

function Offer({ id, until, timeZone }: { id: number; until: number; timeZone: string }) {
  return (
    <>
      <p className="max-w-prose text-ink-2">
        Contacts that this file created are deleted, and values that it overwrote are put back where they still stand.
        You see how many before anything happens. Possible for {undoDays} days, until {dateAndTime(until, timeZone)}.
      </p>
      <PressForm action={countUndoAction} id={id}>
        See what would be undone
      </PressForm>
    </>
  );
}

type StageProps = { found: ImportView; undo: UndoView; timeZone: string };

function Stage({ found, undo, timeZone }: StageProps) {
  switch (undo.state) {
    case "counting":
    case "undoing":
      return <ImportProgress key={undo.state} found={{ ...found, undo }} />;
    case "counted":
      return <Counted found={found} undo={undo} />;
    case "undone":
      return (
        <>
          <p className="text-ink-2">
            Undone {dateAndTime(undo.at, timeZone)} by <bdi>{undo.who}</bdi>.
          </p>
          <Figures of={{ Deleted: undo.deleted, "Put back": undo.restored, "Left as they are": undo.kept }} />
          <Others found={found} undo={undo} />
        </>
      );
  }
}

function Counted({ found, undo }: Omit<StageProps, "timeZone">) {
  const { deleted, restored } = undo;
  return (
    <>
      <Figures
        of={{ "Would be deleted": deleted, "Would be put back": restored, "Would be left as they are": undo.kept }}
      />
      <p className="max-w-prose text-ink-2">
        Who is registered, was asked for by hand, or was changed since by somebody is left. Deleted contacts can be
        restored.
      </p>
      <Others found={found} undo={undo} />
      <div className="flex flex-wrap gap-2">
        {deleted + restored === 0 ? null : (
          <PressForm action={undoImportAction} id={found.id} variant="danger">
            {whatHappens(undo)}
          </PressForm>
        )}
        <PressForm action={keepImportAction} id={found.id} variant="quiet">
          Keep the import
        </PressForm>
      </div>
    </>
  );
}

/** "Delete 12 contacts and put back 3" */
function whatHappens({ deleted, restored }: UndoView): string {
  if (restored === 0) return `Delete ${count(deleted, "contact")}`;
  return deleted === 0
    ? `Put back ${count(restored, "contact")}`
    : `Delete ${count(deleted, "contact")} and put back ${figure(restored)}`;
}

/** Of those that came with the file some may be gone, and some belong to a later import. */
function Others({ found, undo }: Omit<StageProps, "timeZone">) {
  const others = found.created - undo.found;
  if (others <= 0) return null;
  return (
    <p className="max-w-prose text-ink-2">
      {count(others, "contact")} that this file created {others === 1 ? "is" : "are"} no longer there, or{" "}
      {others === 1 ? "was" : "were"} changed by a later import.
    </p>
  );
}
