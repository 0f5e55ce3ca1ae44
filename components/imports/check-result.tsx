import type { ReactNode } from "react";
import { DiscardForm } from "#components/imports/discard-form.tsx";
import { Figures } from "#components/imports/figures.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { dropRepairsAction, importCheckedAction, matchAgainAction } from "#lib/imports/actions.ts";
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
            ? `All of the ${count(rows, "row")} can be imported. Nothing is imported yet.`
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
        <PressForm action={matchAgainAction} id={found.id} variant="secondary">
          Change the columns
        </PressForm>
        {repairs === 0 ? null : (
          <PressForm action={dropRepairsAction} id={found.id} variant="secondary">
            Take back {count(repairs, "repair")}
          </PressForm>
        )}
        <DiscardForm id={found.id} />
      </div>
    </>
  );
}

type PressProps = {
  action: (form: FormData) => Promise<void>;
  id: number;
  variant: "primary" | "secondary";
  children: ReactNode;
};

function PressForm({ action, id, variant, children }: PressProps) {
  return (
    <form action={action}>
      <input type="hidden" name="importId" value={id} />
      <Button type="submit" variant={variant}>
        {children}
      </Button>
    </form>
  );
}
