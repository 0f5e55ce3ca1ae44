import { LookAgain } from "#components/requests/look-again.tsx";
import { Button } from "#components/ui/button.tsx";
import type { DuplicatesPage } from "#lib/contacts/queries/duplicates.ts";
import { searchDuplicatesAction } from "#lib/registration/actions/duplicates.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = { page: DuplicatesPage; timeZone: string };

/** When the contacts were looked through, what was found, and the button that has them looked through again. */
export function DuplicatesFound({ page: { found, searching }, timeZone }: Props) {
  return (
    <form action={searchDuplicatesAction} className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
      {found === null ? null : (
        <p>
          Looked at {dateAndTime(found.at, timeZone)}: {count(found.groups, "group")} found.
        </p>
      )}
      {searching ? (
        <>
          <output>Looking …</output>
          <LookAgain />
        </>
      ) : (
        <Button type="submit" size="small">
          {found === null ? "Look now" : "Look again"}
        </Button>
      )}
    </form>
  );
}
