import { Button } from "#components/ui/button.tsx";
import { discardImportAction } from "#lib/imports/actions.ts";

export function DiscardForm({ id }: { id: number }) {
  return (
    <form action={discardImportAction}>
      <input type="hidden" name="importId" value={id} />
      <Button type="submit" variant="quiet">
        Delete this file without importing it
      </Button>
    </form>
  );
}
