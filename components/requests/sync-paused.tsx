import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { syncNowAction } from "#lib/registration/actions/registration.ts";

export type SyncState = "running" | "portal" | "program";

const words = {
  portal: "The sync of this portal is paused.",
  program: "The sync is paused for everyone, by the channel manager.",
};

/** While the sync stands still: that it does, and the way to run it by hand, which anyone of the portal has (D13). */
export function SyncPaused({ sync }: { sync: SyncState }) {
  if (sync === "running") return null;
  return (
    <Notice
      tone="warning"
      title={words[sync]}
      action={
        <form action={syncNowAction}>
          <Button type="submit" size="small">
            Sync now
          </Button>
        </form>
      }
    >
      Requests wait, and keep their place. Sync now answers those of this portal.
    </Notice>
  );
}
