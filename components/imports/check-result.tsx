import { Figures } from "#components/imports/figures.tsx";
import { PressForm } from "#components/imports/press-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { discardImportAction, dropRepairsAction, importCheckedAction, matchAgainAction } from "#lib/imports/actions.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { emptyTally } from "#lib/imports/tally.ts";
import { count, figure } from "#lib/words.ts";

type Shown = { found: ImportView; repairs: number };

/** What would become of the rows, and the ways on. Nothing is imported yet. */
export function CheckResult({ found, repairs }: Shown) {
  const { rows, create, update, unchanged, repeated, failed } = found.tally ?? emptyTally;
  const good = rows - failed;
  return (
    <>
      <h2 className="text-lg">Check</h2>
      <Notice
        tone={failed === 0 ? "success" : "warning"}
        title={
          failed === 0
            ? `${count(rows, "row")} checked: no problems. Nothing is imported yet.`
            : `${figure(failed)} of ${count(rows, "row")} ${failed === 1 ? "has a problem" : "have problems"}. Nothing is imported yet.`
        }
      >
        {failed === 0 ? null : "Mend them below, or import the others: these are left out, and come back as a file."}
      </Notice>
      <Figures
        of={{
          "New contacts": create,
          "Changed contacts": update,
          Unchanged: unchanged,
          "Again in the file": repeated,
          "With problems": failed,
        }}
      />
      <div className="flex flex-wrap gap-2">
        {good === 0 ? null : (
          <PressForm action={importCheckedAction} id={found.id} variant="primary">
            Import {count(good, "row")}
          </PressForm>
        )}
        <PressForm action={matchAgainAction} id={found.id}>
          Change the columns
        </PressForm>
        {repairs === 0 ? null : (
          <PressForm action={dropRepairsAction} id={found.id}>
            Take back {count(repairs, "repair")}
          </PressForm>
        )}
        <PressForm action={discardImportAction} id={found.id} variant="quiet">
          Delete this file without importing it
        </PressForm>
      </div>
    </>
  );
}
