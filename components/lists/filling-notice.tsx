import { LookAgain } from "#components/requests/look-again.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ListView } from "#lib/lists/queries.ts";

/** While a list is being filled: who is in it already is right, the rest is still being asked. */
export function FillingNotice({ list: { filledTo, archivedAt } }: { list: ListView }) {
  if (archivedAt !== null) {
    return <Notice tone="warning" title="This list is archived. It is not kept up to date until it is put back." />;
  }
  if (filledTo === null) return null;
  return (
    <Notice title="The list is being filled.">
      Every contact is asked whether it belongs to it. You may go on; nothing is missed meanwhile.
      <LookAgain />
    </Notice>
  );
}
