import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockAlone } from "#db/locks.ts";
import { newIds } from "#db/ids.ts";
import { contactView, openingView } from "#db/schema/views.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { openingFor, viewsOf } from "#lib/views/queries.ts";
import { keptAddress, mayChange, type View } from "#lib/views/view.ts";

type NameRefused = "name-missing" | "name-taken" | "too-many";
type NotThere = "view-not-found";

const mostViews = 100;
const longestName = 100;

export type ViewAsked = { name: string; shared: boolean; address: string };

/** Keeps the table as its address says it, under a name. */
export async function saveView(tx: Db, actor: Actor, asked: ViewAsked): Promise<Result<View, NameRefused>> {
  const views = await viewsHeld(tx, actor);
  if (views.filter(({ own }) => own).length >= mostViews) return no("too-many");
  const name = freeName(views, asked.name);
  if (!name.ok) return name;
  const [id = 0] = await newIds(tx, 1);
  const { portalId, personId, name: who } = actor;
  const kept = {
    id,
    who,
    name: name.value,
    shared: asked.shared,
    address: keptAddress(asked.address),
    changedAt: now(),
  };
  await tx.insert(contactView).values({ ...kept, portalId, personId });
  return yes({ ...kept, own: true, opens: false });
}

/** Another name, other people who see it, or the table as it is now. A view that may not be changed is as if it were not there. */
export async function changeView(
  tx: Db,
  actor: Actor,
  { id, ...asked }: { id: number } & Partial<ViewAsked>,
): Promise<Result<View, NameRefused | NotThere>> {
  const views = await viewsHeld(tx, actor);
  const before = views.find((view) => view.id === id && mayChange(view, actor.role));
  if (before === undefined) return no("view-not-found");
  const others = views.filter((view) => view.id !== id);
  const name = freeName(others, asked.name ?? before.name);
  if (!name.ok) return name;
  const address = asked.address === undefined ? before.address : keptAddress(asked.address);
  const changed = { name: name.value, shared: asked.shared ?? before.shared, address, changedAt: now() };
  await tx.update(contactView).set(changed).where(ofPortal(actor, id));
  return yes({ ...before, ...changed });
}

export async function deleteView(tx: Db, actor: Actor, id: number): Promise<Result<{ name: string }, NotThere>> {
  const views = await viewsHeld(tx, actor);
  const found = views.find((view) => view.id === id && mayChange(view, actor.role));
  if (found === undefined) return no("view-not-found");
  await tx.delete(openingView).where(and(eq(openingView.portalId, actor.portalId), eq(openingView.viewId, id)));
  await tx.delete(contactView).where(ofPortal(actor, id));
  return yes({ name: found.name });
}

/** The view with which Contacts opens for this person; null for all contacts. */
export async function openWith(tx: Db, actor: Actor, id: number | null): Promise<Result<null, NotThere>> {
  const views = await viewsHeld(tx, actor);
  if (id !== null && !views.some((view) => view.id === id)) return no("view-not-found");
  await tx.delete(openingView).where(openingFor(actor));
  const { portalId, personId } = actor;
  if (id !== null) await tx.insert(openingView).values({ portalId, personId, viewId: id });
  return yes(null);
}

/** Those that the person sees; nobody else changes one of the portal until the transaction ends. */
async function viewsHeld(tx: Db, actor: Actor): Promise<View[]> {
  await lockAlone(tx, `views:${actor.portalId}`);
  return viewsOf(actor, tx);
}

function freeName(views: readonly View[], typed: string): Result<string, "name-missing" | "name-taken"> {
  const name = typed.trim().slice(0, longestName);
  if (name === "") return no("name-missing");
  return views.some((view) => view.name.toLowerCase() === name.toLowerCase()) ? no("name-taken") : yes(name);
}

function ofPortal({ portalId }: Actor, id: number) {
  return and(eq(contactView.portalId, portalId), eq(contactView.id, id));
}
