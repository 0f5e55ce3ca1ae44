import type { Db } from "#db/client.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { dismiss } from "#lib/review/commands/dismiss.ts";
import { mend } from "#lib/review/commands/mend.ts";
import { undo } from "#lib/review/commands/undo.ts";
import type { Judged, Verdict } from "#lib/review/verdict.ts";

/** Does what the person said, in the caller's transaction. */
export async function judge(tx: Db, actor: Actor, verdict: Verdict): Promise<Judged> {
  switch (verdict.verb) {
    case "mend":
      return mend(tx, actor, verdict.contacts);
    case "dismiss":
      return dismiss(tx, actor, verdict);
    case "undo":
      return undo(tx, actor, verdict.mendings);
  }
}
