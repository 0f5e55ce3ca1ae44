import { MatchTable } from "#components/imports/match-table.tsx";
import { PressForm } from "#components/imports/press-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { discardImportAction, matchColumnsAction } from "#lib/imports/actions.ts";
import { doublesOf, faultOf, hasEmail } from "#lib/imports/match.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { formOf, matchRefused } from "#lib/imports/sentences.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { count } from "#lib/words.ts";

/** Which column goes where: guessed, and chosen by hand. Works without JavaScript. */
export function MatchForm({ found, set }: { found: ImportView; set: PropertySet }) {
  const { id, columns, matches, rows, existing } = found;
  return (
    <div className="flex flex-col gap-4">
      <form action={matchColumnsAction} className="flex flex-col gap-4">
        <input type="hidden" name="importId" value={id} />
        <h2 className="text-lg">Match columns</h2>
        <p className="max-w-prose text-ink-2">
          {count(rows, "row")} in {count(columns.length, "column")} ({formOf(found)}). A row with the e-mail of a
          contact updates that one, and an empty cell leaves its value as it is. Every other row becomes a new contact.
        </p>
        <Problems columns={columns} matches={matches} set={set} />
        <MatchTable found={found} set={set} />
        <FieldSelect
          label="Values that a contact has already"
          name="existing"
          defaultValue={existing}
          className="max-w-md"
        >
          <option value="overwrite">Overwrite them with what the file says</option>
          <option value="fill">Keep them, and fill only what is empty</option>
        </FieldSelect>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="next" value="check" variant="primary">
            Check {count(rows, "row")}
          </Button>
          <Button type="submit" name="next" value="import">
            Import {count(rows, "row")} without a check
          </Button>
        </div>
        <p className="max-w-prose text-sm text-ink-3">
          A check imports nothing: it shows what would become of every row, and what is wrong can be mended here. Either
          way rows with problems are left out, and come back as a file.
        </p>
      </form>
      <PressForm action={discardImportAction} id={id} variant="quiet">
        Delete this file without importing it
      </PressForm>
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
