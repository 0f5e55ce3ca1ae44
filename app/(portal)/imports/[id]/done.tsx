import { ImportResult } from "#components/imports/import-result.tsx";
import { ImportsTable } from "#components/imports/imports-table.tsx";
import { KeptTable } from "#components/imports/kept-table.tsx";
import { UndoPanel } from "#components/imports/undo-panel.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { readId } from "#lib/contacts/id.ts";
import { firstFailures, importedContacts, importsAfter, type ImportView, undoOf } from "#lib/imports/queries.ts";
import { keptContacts, undoable } from "#lib/imports/queries/undo.ts";
import { undoRefused } from "#lib/imports/sentences.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { count } from "#lib/words.ts";

const shownFailures = 20;

type Shown = { actor: Actor; found: ImportView; read: (name: string) => string | undefined };

/** What became of an import that has ended, and the way back. */
export async function Done({ actor, found, read }: Shown) {
  const [contacts, failures, undo, after] = await Promise.all([
    importedContacts(actor, found.id),
    firstFailures(actor, found.id, shownFailures),
    undoOf(found.id),
    importsAfter(actor, found.id),
  ]);
  return (
    <>
      <NoticeOfWord word={read("refused")} sentences={undoRefused} tone="warning" />
      <ImportResult found={found} contacts={contacts} failures={failures} />
      {after.length === 0 ? null : (
        <Section title="Rows that came back">
          <ImportsTable imports={after} timeZone={actor.timeZone} />
        </Section>
      )}
      <UndoPanel found={found} undo={undo} until={undoable(found)} timeZone={actor.timeZone} />
      {undo?.state === "undone" && undo.kept > 0 ? (
        <Kept found={found} kept={undo.kept} after={readId(read("after"))} />
      ) : null}
    </>
  );
}

async function Kept({ found, kept, after }: { found: ImportView; kept: number; after: number }) {
  const { lines, next } = await keptContacts(found.id, after);
  const here = `/imports/${found.id}`;
  return (
    <Section title={`${count(kept, "contact")} left as they are`}>
      <KeptTable lines={lines} />
      <Pagination
        label="Contacts left as they are"
        newer={after === 0 ? undefined : here}
        older={next === null ? undefined : `${here}?after=${next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </Section>
  );
}
