import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { pauseSyncAction, resumeSyncAction } from "#lib/registration/actions/pursuits.ts";
import { dateAndTime } from "#lib/words.ts";

/** The sync of the whole program: whether it rests, and the button that changes it. */
export function SyncPause({ pausedSince, timeZone }: { pausedSince: number | null; timeZone: string }) {
  if (pausedSince === null)
    return (
      <form action={pauseSyncAction}>
        <Button type="submit">Pause the sync for everyone</Button>
      </form>
    );
  return (
    <Notice
      tone="warning"
      title={`The sync is paused for everyone since ${dateAndTime(pausedSince, timeZone)}.`}
      action={
        <form action={resumeSyncAction}>
          <Button type="submit" variant="primary">
            Resume the sync
          </Button>
        </form>
      }
    >
      Requests are taken and wait; none is decided, and their order stays.
    </Notice>
  );
}
