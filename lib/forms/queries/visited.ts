import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { form } from "#db/schema/forms.ts";
import { portal } from "#db/schema/portals.ts";
import { type AskedField, askedFields } from "#lib/forms/form.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/** A live form as a visitor meets it. What it does with contacts is nothing that a visitor is shown. */
export type VisitedForm = Pick<
  typeof form.$inferSelect,
  | "id"
  | "portalId"
  | "publicId"
  | "name"
  | "heading"
  | "intro"
  | "button"
  | "thanks"
  | "redirect"
  | "origins"
  | "fill"
  | "lifecycleStage"
  | "listId"
> & { fields: readonly AskedField[]; timeZone: string; portalName: string };

/** One that is not live is not there. */
export async function visitedForm(from: Db, publicId: string): Promise<VisitedForm | undefined> {
  return readWhole(from, and(eq(form.publicId, publicId), eq(form.state, "live")));
}

/** The same for those who own it, in whatever state it is. */
export async function shownForm(from: Db, of: { portalId: number; id: number }): Promise<VisitedForm | undefined> {
  return readWhole(from, and(eq(form.portalId, of.portalId), eq(form.id, of.id)));
}

async function readWhole(from: Db, which: ReturnType<typeof and>): Promise<VisitedForm | undefined> {
  const [found] = await from
    .select({
      id: form.id,
      portalId: form.portalId,
      publicId: form.publicId,
      name: form.name,
      heading: form.heading,
      intro: form.intro,
      button: form.button,
      thanks: form.thanks,
      redirect: form.redirect,
      origins: form.origins,
      fill: form.fill,
      lifecycleStage: form.lifecycleStage,
      listId: form.listId,
      fields: form.fields,
      timeZone: portal.timeZone,
      portalName: portal.name,
    })
    .from(form)
    .innerJoin(portal, eq(portal.hubId, form.portalId))
    .where(which);
  if (found === undefined) return undefined;
  return { ...found, fields: askedFields(found.fields, await propertiesOf(from, found.portalId)) };
}

/** Which websites may show a live form in a frame (none named is every one), and where it may lead when it is sent. */
export async function reachOf(
  from: Db,
  publicId: string,
): Promise<{ origins: readonly string[]; redirect: string } | undefined> {
  const [found] = await from
    .select({ origins: form.origins, redirect: form.redirect })
    .from(form)
    .where(and(eq(form.publicId, publicId), eq(form.state, "live")));
  return found;
}
