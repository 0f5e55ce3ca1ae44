import { inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { setClock } from "#lib/clock.ts";
import { happen } from "#lib/demo/commands/happen.ts";
import { setUpPortals } from "#lib/demo/commands/set-up-portals.ts";
import { daysBefore } from "#lib/demo/days.ts";
import { promisedSizes } from "#lib/demo/portals.ts";
import { demoStory } from "#lib/demo/story.ts";
import { partnerLists } from "#lib/lists/partner-lists.ts";

/** Tells the whole story in the caller's transaction, the clock going with it; throws when the sizes are not as promised. */
export async function fill(tx: Db, passwordHash: string, today: number): Promise<void> {
  const cast = await setUpPortals(tx, passwordHash, daysBefore(today));
  for (const happening of demoStory(today)) {
    setClock(happening.at);
    await happen(tx, cast, happening);
  }
  await checkSizes(tx);
}

/** The engine decides; this sees that it decided as the seed's pictures show. */
async function checkSizes(tx: Db): Promise<void> {
  const hubIds = promisedSizes.map(({ hubId }) => hubId);
  const portals = await tx
    .select({ hubId: portal.hubId, contacts: portal.contacts })
    .from(portal)
    .where(inArray(portal.hubId, hubIds));
  const lists = await tx.select().from(list).where(inArray(list.portalId, hubIds));
  for (const { hubId, ...promised } of promisedSizes) {
    const ofPortal = lists.filter(({ portalId, rule }) => portalId === hubId && rule !== "");
    const kept = {
      contacts: portals.find((each) => each.hubId === hubId)?.contacts,
      lists: Object.fromEntries(ofPortal.map(({ rule, size }) => [rule, size])),
    };
    const [has, wants] = [spelled(kept), spelled(promised)];
    if (has !== wants) throw new Error(`The demo of portal ${hubId} came out as ${has} instead of ${wants}.`);
  }
}

function spelled({ contacts, lists }: { contacts: number | undefined; lists: Record<string, number> }): string {
  return [`contacts ${contacts}`, ...partnerLists.map(({ rule }) => `${rule} ${lists[rule]}`)].join(", ");
}
