import { AgainForm } from "#components/imports/again-form.tsx";
import { FailuresTable } from "#components/imports/failures-table.tsx";
import { Figures } from "#components/imports/figures.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FailureView, ImportView } from "#lib/imports/queries.ts";
import { count, figure } from "#lib/words.ts";

type Shown = { found: ImportView; contacts: number; failures: readonly FailureView[] };

/** What became of the rows, and where to go on. */
export function ImportResult({ found, contacts, failures }: Shown) {
  const { id, state, rowsDone, created, updated, unchanged, failed } = found;
  return (
    <>
      {state === "done" ? (
        <Notice
          tone={failed === 0 ? "success" : "warning"}
          title={`${count(rowsDone, "row")} read: ${summary(found)}.`}
        />
      ) : null}
      <Figures of={{ Created: created, Updated: updated, Unchanged: unchanged, Failed: failed }} />
      {contacts === 0 ? null : (
        <LinkButton href={`/contacts?import=${id}`} variant="primary" className="self-start">
          View {count(contacts, "imported contact")}
        </LinkButton>
      )}
      {failed === 0 ? null : (
        <Section title={count(failed, "failed row")}>
          <p className="max-w-prose text-ink-2">
            Nothing of these rows was imported. Download them, mend what the last column says, and bring them back here.
          </p>
          <a href={`/api/imports/${id}/failed.csv`} download className={`${buttonLook({})} self-start`}>
            Download {count(failed, "failed row")}
          </a>
          <AgainForm id={id} />
          <FailuresTable failures={failures} total={failed} />
        </Section>
      )}
    </>
  );
}

function summary({ created, updated, unchanged, failed }: ImportView): string {
  const figures = { created, updated, unchanged, failed };
  const parts = Object.entries(figures).filter(([, many]) => many > 0);
  return parts.map(([what, many]) => `${figure(many)} ${what}`).join(", ");
}
