import type { Db } from "#db/client.ts";
import { lookAtSome } from "#lib/registration/commands/request-automatically.ts";
import { settleSome } from "#lib/registration/commands/settle.ts";

/** What the worker would do by now, in the demo's own transaction: ask for who has come, then decide what is open. */
export async function workThrough(tx: Db, portalId?: number): Promise<void> {
  if (portalId !== undefined) while ((await lookAtSome(tx, portalId)) > 0);
  while ((await settleSome(tx, {})) > 0);
}
