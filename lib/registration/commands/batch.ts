import { eq } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db, type Db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { contact } from "#db/schema/contacts.ts";
import { batch } from "#db/schema/registration.ts";
import { steps, transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { meant } from "#lib/contacts/queries/meant.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { availabilitiesOf } from "#lib/registration/commands/preflight.ts";
import { bringContacts, openDesk } from "#lib/registration/commands/desk.ts";
import type { Availability } from "#lib/registration/preflight.ts";
import { askAt } from "#lib/registration/commands/request-registration.ts";
import { type DryRun, emptyDryRun, readinessOf, withOneMore } from "#lib/registration/readiness.ts";
import { Selection } from "#lib/registration/selection.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";

const atOnce = 300;

/** What a bulk request would do, contact by contact, without doing it. */
export async function dryRun(actor: Actor, selection: Selection): Promise<DryRun> {
  let run = emptyDryRun;
  let position = 0;
  let mayLook = true;
  for (;;) {
    const contacts = await someOf(db, actor.portalId, { selection, position, limit: 500 });
    if (contacts.length === 0) return run;
    const whyNotPursued = await notPursuedAmong(
      db,
      contacts.map(({ domainKey }) => domainKey),
    );
    const looked = contacts.map((each) => ({ key: each.domainKey, ...readinessOf(each, whyNotPursued) }));
    const keys = [...new Set(looked.flatMap(({ readiness, key }) => (readiness === "ready" ? [key] : [])))];
    const known: Map<string, Availability> = mayLook
      ? await transaction((tx) => availabilitiesOf(tx, actor, keys))
      : new Map();
    // What one step did not get to see, the next ones will not either.
    mayLook = known.size === keys.length;
    for (const each of looked) run = withOneMore(run, { ...each, availability: known.get(each.key) });
    position = contacts.at(-1)?.id ?? position;
    // Pages of others come in between.
    await breath();
  }
}

/** Starts a bulk request; the worker does the asking, so that a closed page loses nothing. Answers the batch's id. */
export async function startBatch(tx: Db, actor: Actor, selection: Selection): Promise<number> {
  const [id = 0] = await newIds(tx, 1);
  const none = { requested: 0, skipped: 0, registered: 0, unavailable: 0, invalid: 0, withdrawn: 0 };
  const { portalId, name: who } = actor;
  await tx
    .insert(batch)
    .values({ id, portalId, who, selection, state: "asking", position: 0, total: 0, ...none, createdAt: now() });
  await enqueue(tx, "ask-batch", { batchId: id }, { queue: `batch:${id}`, key: `batch:${id}` });
  return id;
}

/** Goes through the contacts meant, from where it stood. */
export async function askBatch(batchId: number): Promise<void> {
  const step = (tx: Db) => askSome(tx, batchId);
  for (let goesOn = true; goesOn;) goesOn = (await steps(step, Boolean)).every(Boolean);
}

async function askSome(tx: Db, batchId: number): Promise<boolean> {
  const [run] = await tx.select().from(batch).where(eq(batch.id, batchId));
  if (run === undefined || run.state === "asked") return false;
  const selection = Selection.parse(run.selection);

  const ids = await meant(tx, run.portalId, { selection, position: run.position, limit: atOnce });
  const last = ids.at(-1);
  if (last === undefined) {
    await tx.update(batch).set({ state: "asked", finishedAt: now() }).where(eq(batch.id, batchId));
    return false;
  }
  const desk = await openDesk(tx);
  await bringContacts(desk, ids);
  const contacts = ids.flatMap((id) => desk.contacts.get(id)?.after ?? []);
  const whyNotPursued = await notPursuedAmong(
    tx,
    contacts.map(({ domainKey }) => domainKey),
  );
  const wanted = contacts.filter((each) => selection.outcomes.includes(readinessOf(each, whyNotPursued).readiness));
  const asker = { portalId: run.portalId, name: run.who };
  const { limits } = await askAt(desk, asker, { contactIds: wanted.map(({ id }) => id), batchId });
  const requested = wanted.length - limits.size;
  await tx
    .update(batch)
    .set({
      position: last,
      total: run.total + contacts.length,
      requested: run.requested + requested,
      skipped: run.skipped + contacts.length - requested,
    })
    .where(eq(batch.id, batchId));
  return true;
}

type Step = { selection: Selection; position: number; limit: number };

async function someOf(from: Db, portalId: number, { selection, position, limit }: Step): Promise<Contact[]> {
  const ids = await meant(from, portalId, { selection, position, limit });
  if (ids.length === 0) return [];
  const rows = await from.select().from(contact).where(isAmong(contact.id, ids));
  return rows.toSorted((a, b) => a.id - b.id);
}
