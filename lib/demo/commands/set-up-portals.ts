import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { list } from "#db/schema/lists.ts";
import { now, setClock } from "#lib/clock.ts";
import { type Ago, beforeTheSeed } from "#lib/demo/days.ts";
import { type DemoPortal, demoPortals } from "#lib/demo/portals.ts";
import { type DemoPerson, demoPeople } from "#lib/demo/sign-ins.ts";
import { env } from "#lib/env.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { vendorHubId } from "#lib/portals/commands/first-admin.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";

/** Who acts in the story, by the portal for which they do. */
export type Cast = ReadonlyMap<number, Actor>;

const timeZone = "UTC";

/** The portals with their lists, and the people who sign in; all of them older than anything in the story. */
export async function setUpPortals(tx: Db, passwordHash: string, ago: Ago): Promise<Cast> {
  setClock(ago(730, 9));
  await createPortal(tx, { hubId: vendorHubId, name: env.DIBS_VENDOR, timeZone, kind: "vendor" });
  for (const each of demoPortals) await setUpPortal(tx, each, ago);

  const cast = new Map<number, Actor>();
  for (const someone of demoPeople) {
    for (const actor of await signUp(tx, someone, passwordHash)) {
      if (!cast.has(actor.portalId)) cast.set(actor.portalId, actor);
    }
  }
  return cast;
}

async function setUpPortal(tx: Db, { hubId, name, listsOn, staticLists }: DemoPortal, ago: Ago): Promise<void> {
  await createPortal(tx, { hubId, name, timeZone, kind: "partner" });
  const createdAt = ago(beforeTheSeed(listsOn), 9);
  const ids = await newIds(tx, staticLists.length);
  const plain = {
    portalId: hubId,
    kind: "static",
    rule: "",
    folder: "",
    size: 0,
    createdAt,
    daily: false,
    version: 1,
    who: "Dibs",
  } as const;
  // First, as they stand on page 4a.
  await insertRows(
    tx,
    list,
    staticLists.map((listName, at) => ({ ...plain, id: ids[at] ?? 0, name: listName })),
  );
  await createPartnerLists(tx, hubId, createdAt);
}

/** One actor for each portal of the person, the first one joined first: that is where a sign-in leads. */
async function signUp(tx: Db, { name, email, portals }: DemoPerson, passwordHash: string): Promise<Actor[]> {
  const personId = await createPerson(tx, { name, email, passwordHash });
  const actors: Actor[] = [];
  for (const { portal, role } of portals) {
    const portalId = portal === "vendor" ? vendorHubId : portal;
    const portalName = demoPortals.find(({ hubId }) => hubId === portalId)?.name ?? env.DIBS_VENDOR;
    setClock(now() + 1000);
    await addMember(tx, { personId, portalId, role });
    actors.push({ personId, name, email, role, portalId, portalName, timeZone });
  }
  return actors;
}
