import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { archivePropertyAction } from "#lib/properties/actions.ts";
import type { Property } from "#lib/properties/registry.ts";

/** Out of use, or back in; nothing is ever deleted. */
export function ArchiveProperty({ property: { ownId, archived } }: { property: Property }) {
  return (
    <Card title={archived ? "Put it back" : "Archive it"}>
      <form action={archivePropertyAction} className="flex flex-col items-start gap-3">
        <input type="hidden" name="id" value={ownId} />
        <p className="max-w-prose">
          {archived
            ? "It is filled again, on records, by imports and over the API."
            : "It is no longer filled. The values that contacts have are kept and shown, lists that ask for it go on, and it can be put back."}
        </p>
        <Button type="submit" name="archived" value={archived ? "0" : "1"}>
          {archived ? "Put back" : "Archive"}
        </Button>
      </form>
    </Card>
  );
}
