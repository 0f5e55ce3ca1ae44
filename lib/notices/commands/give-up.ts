import { transaction } from "#db/transaction.ts";
import { chosenRegistrations } from "#lib/notices/queries/chosen.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";

const atOnce = 100;

/** Releases registrations of the portal, some in each transaction; asked twice it changes nothing. Answers how many. */
export async function giveUp(
  actor: Actor,
  { ids, reason }: { ids: readonly number[]; reason: string },
): Promise<number> {
  const keys = (await chosenRegistrations(actor, ids)).map(({ key }) => key);
  let released = 0;
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = { keys: keys.slice(from, from + atOnce), reason };
    released += (await transaction((tx) => releaseRegistrations(tx, actor, some))).released.length;
  }
  return released;
}
