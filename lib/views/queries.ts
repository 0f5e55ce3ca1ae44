import { and, asc, eq, or } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { contactView, openingView } from "#db/schema/views.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { View } from "#lib/views/view.ts";

/** The views that a person sees, by name: their own, and those that are shared with the portal. */
export async function viewsOf(actor: Actor, from: Db = db): Promise<View[]> {
  const [rows, opening] = [
    await from.select().from(contactView).where(seenBy(actor)).orderBy(asc(contactView.name), asc(contactView.id)),
    await openingOf(actor, from),
  ];
  return rows.map(({ portalId: _portal, personId, ...row }) => ({
    ...row,
    own: personId === actor.personId,
    opens: row.id === opening,
  }));
}

/** The address of the view with which Contacts opens for a person; undefined where it opens with all contacts. */
export async function openingViewOf(actor: Actor): Promise<Pick<View, "id" | "address"> | undefined> {
  const [found] = await db
    .select({ id: contactView.id, address: contactView.address })
    .from(openingView)
    .innerJoin(contactView, and(eq(contactView.id, openingView.viewId), seenBy(actor)))
    .where(openingFor(actor));
  return found;
}

async function openingOf(actor: Actor, from: Db): Promise<number | undefined> {
  const [found] = await from.select({ id: openingView.viewId }).from(openingView).where(openingFor(actor));
  return found?.id;
}

export function openingFor({ portalId, personId }: Actor) {
  return and(eq(openingView.portalId, portalId), eq(openingView.personId, personId));
}

function seenBy({ portalId, personId }: Actor) {
  return and(eq(contactView.portalId, portalId), or(eq(contactView.personId, personId), eq(contactView.shared, true)));
}
