import { SyncPaused, type SyncState } from "#components/requests/sync-paused.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { pauseSyncAction } from "#lib/registration/actions/registration.ts";

type Props = { sync: SyncState; isAdmin: boolean };

/** Whether requests are answered at once, and for admins the way to stop and to go on. */
export function SyncCard({ sync, isAdmin }: Props) {
  return (
    <Card title="Sync">
      <div className="flex flex-col items-start gap-4">
        {sync === "running" ? (
          <p>The sync runs: every request is answered as soon as its turn comes.</p>
        ) : (
          <div className="w-full">
            <SyncPaused sync={sync} />
          </div>
        )}
        {isAdmin && sync !== "program" ? <Pause paused={sync === "portal"} /> : null}
        {isAdmin ? null : <p className="text-sm text-ink-3">An admin of the portal may pause and resume it.</p>}
      </div>
    </Card>
  );
}

function Pause({ paused }: { paused: boolean }) {
  return (
    <form action={pauseSyncAction}>
      <input type="hidden" name="paused" value={paused ? "0" : "1"} />
      <Button type="submit">{paused ? "Resume sync" : "Pause sync"}</Button>
    </form>
  );
}
