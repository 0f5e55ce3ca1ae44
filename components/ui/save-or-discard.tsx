import { Button } from "#components/ui/button.tsx";

/** How a form that shows what is kept ends: keep what was typed, or go back to what was there. */
export function SaveOrDiscard({ busy = false }: { busy?: boolean }) {
  return (
    <div className="flex gap-2">
      <Button type="submit" variant="primary" busy={busy}>
        Save
      </Button>
      <Button type="reset" variant="quiet">
        Discard
      </Button>
    </div>
  );
}
