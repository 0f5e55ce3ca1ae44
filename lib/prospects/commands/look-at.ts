import type { Db } from "#db/client.ts";
import type { Prospect } from "#lib/prospects/prospect.ts";
import type { SeenDomain } from "#lib/prospects/queries.ts";
import { availabilitiesOf } from "#lib/registration/commands/preflight.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";

/** How these domains stand. Each costs a look-up of the day, but for those of the last 24 hours and those that nobody can have. */
export async function lookAt(tx: Db, actor: Actor, seen: readonly SeenDomain[]): Promise<Prospect[]> {
  const keys = seen.map(({ key }) => key);
  const whyNot = await notPursuedAmong(tx, keys);
  const known = await availabilitiesOf(
    tx,
    actor,
    keys.filter((key) => whyNot(key) === null),
  );
  return seen.map((each) => {
    const notPursued = whyNot(each.key);
    const availability = known.get(each.key) ?? "not-shown";
    const domain = readDomain(each.key);
    return {
      ...each,
      display: domain.ok ? domain.display : each.key,
      standing: notPursued === null ? (availability === "not-looked-at" ? "not-shown" : availability) : { notPursued },
    };
  });
}
