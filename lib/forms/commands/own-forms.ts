import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockAlone } from "#db/locks.ts";
import { newIds } from "#db/ids.ts";
import { form } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import type { FormDesign, FormState } from "#lib/forms/form.ts";
import { designColumns } from "#lib/forms/queries/forms.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

const mostForms = 500;
const publicIdBytes = 16;

/** A new form, as a draft. Its name is what its conversions are known by, so no two of a portal share one. */
export async function createForm(
  tx: Db,
  actor: Actor,
  design: FormDesign,
): Promise<Result<{ id: number }, "name-taken" | "too-many">> {
  const names = await namesOf(tx, actor);
  if (names.length >= mostForms) return no("too-many");
  if (isTaken(names, design.name)) return no("name-taken");
  const [id = 0] = await newIds(tx, 1);
  const { portalId, name: who } = actor;
  const publicId = randomBytes(publicIdBytes).toString("base64url");
  await tx.insert(form).values({ id, portalId, publicId, ...design, state: "draft", createdAt: now(), who });
  return yes({ id });
}

/** Shown as it is from the transaction that changes it; conversions that were recorded keep the name they had. */
export async function changeForm(
  tx: Db,
  actor: Actor,
  { id, ...design }: FormDesign & { id: number },
): Promise<Result<{ id: number }, "name-taken" | "form-not-found">> {
  const names = await namesOf(tx, actor);
  const others = names.filter((each) => each.id !== id);
  if (others.length === names.length) return no("form-not-found");
  if (isTaken(others, design.name)) return no("name-taken");
  await tx.update(form).set(design).where(ofPortal(actor, id));
  return yes({ id });
}

/** Publishes a form, takes it back, or puts it away: only a live one is there for visitors. */
export async function moveForm(
  tx: Db,
  actor: Actor,
  { id, state }: { id: number; state: FormState },
): Promise<Result<{ id: number }, "form-not-found">> {
  const [moved] = await tx.update(form).set({ state }).where(ofPortal(actor, id)).returning({ id: form.id });
  return moved === undefined ? no("form-not-found") : yes(moved);
}

/** The same form under another name and another address; what was sent with the first stays with it. */
export async function cloneForm(
  tx: Db,
  actor: Actor,
  { id, name }: { id: number; name: string },
): Promise<Result<{ id: number }, "name-taken" | "too-many" | "form-not-found">> {
  const [original] = await tx.select(designColumns).from(form).where(ofPortal(actor, id));
  return original === undefined ? no("form-not-found") : createForm(tx, actor, { ...original, name });
}

type Named = { id: number; name: string };

/** One name at a time: whoever else names a form of the portal waits. */
async function namesOf(tx: Db, { portalId }: Actor): Promise<Named[]> {
  await lockAlone(tx, `forms:${portalId}`);
  return tx.select({ id: form.id, name: form.name }).from(form).where(eq(form.portalId, portalId));
}

function isTaken(names: readonly Named[], name: string): boolean {
  return names.some((each) => each.name.toLowerCase() === name.toLowerCase());
}

function ofPortal({ portalId }: Actor, id: number) {
  return and(eq(form.portalId, portalId), eq(form.id, id));
}
