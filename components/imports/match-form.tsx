import { MatchTable } from "#components/imports/match-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { discardImportAction, startImportAction } from "#lib/imports/actions.ts";
import { doublesOf, faultOf, hasEmail } from "#lib/imports/match.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { formOf, matchRefused } from "#lib/imports/sentences.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { count } from "#lib/words.ts";

/** Which column goes where: guessed, and chosen by hand. Works without JavaScript. */
export function MatchForm({ found, set }: { found: ImportView; set: PropertySet }) {
  const { id, columns, matches, rows } = found;
  return (
    <div className="flex flex-col gap-4">
      <form action={startImportAction} className="flex flex-col gap-4">
        <input type="hidden" name="importId" value={id} />
        <h2 className="text-lg">Match columns</h2>
        <p className="max-w-prose text-ink-2">
          {count(rows, "row")} in {count(columns.length, "column")} ({formOf(found)}). A contact with the same e-mail is
          updated: a filled cell replaces its value, an empty cell leaves it as it is. Every other row becomes a new
          contact.
        </p>
        <Problems columns={columns} matches={matches} set={set} />
        <MatchTable found={found} set={set} />
        <Button type="submit" variant="primary" className="self-start">
          Import {count(rows, "row")}
        </Button>
      </form>
      <form action={discardImportAction}>
        <input type="hidden" name="importId" value={id} />
        <Button type="submit" variant="quiet">
          Delete this file without importing it
        </Button>
      </form>
    </div>
  );
}

type Matched = Pick<ImportView, "columns" | "matches"> & { set: PropertySet };

function Problems({ columns, matches, set }: Matched) {
  const fault = faultOf(columns, matches, set);
  if (fault === "property-twice") {
    return doublesOf(columns, matches, set).map((problem) => <Notice key={problem} tone="danger" title={problem} />);
  }
  if (fault !== null) return <Notice tone="warning" title={matchRefused[fault]} />;
  if (hasEmail(matches)) return null;
  return (
    <Notice tone="warning" title="No column goes to Email.">
      Rows cannot be matched to contacts that are there already: each of them becomes a new contact.
    </Notice>
  );
}
