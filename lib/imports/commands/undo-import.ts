import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { type Db, db } from "#db/client.ts";
import { insertRows, lockRows } from "#db/rows.ts";
import { interaction } from "#db/schema/contact-records.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { importKept, importLeft, importRun, importUndo } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { deleteContacts } from "#lib/contacts/commands/delete-contact.ts";
import { contactsOf, storeEdited } from "#lib/contacts/commands/save-properties.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { author } from "#lib/imports/commands/take-rows.ts";
import { type Ended, type HistoryLine, isCreatedBy, undoCreated, undoEdited, type Undoing } from "#lib/imports/undo.ts";
import { attachAgain } from "#lib/registration/commands/attach-again.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

const atOnce = 250;

type Undo = typeof importUndo.$inferSelect;
type Of = Ended & { portalId: number; fileName: string };

/**
 * Goes on with an undo, and says after each step how far it has come. While it counts it writes nothing but its counts; after
 * a restart it goes on behind the last step.
 */
export async function* undoInSteps(importId: number): AsyncGenerator<Undo> {
  const of = await endedImport(importId);
  if (of === undefined) return;
  for (;;) {
    const undo = await transaction((tx) => step(tx, of));
    if (undo === undefined) return;
    yield undo;
    // Pages are read in between.
    await breath();
  }
}

async function endedImport(importId: number): Promise<Of | undefined> {
  const [run] = await db.select().from(importRun).where(eq(importRun.id, importId));
  if (run === undefined || run.startedAt === null) return undefined;
  const { id, portalId, fileName, startedAt } = run;
  return { id, portalId, fileName, who: author(run), startedAt };
}

/** One step of an undo; `undefined` when there is nothing left to do. */
async function step(tx: Db, of: Of): Promise<Undo | undefined> {
  // Before contacts are locked, in the order in which the sync does it.
  const ledger = await openLedger(tx);
  await lockRows(tx, importUndo, [of.id]);
  const [undo] = await tx.select().from(importUndo).where(eq(importUndo.importId, of.id));
  if (undo === undefined || undo.state === "counted" || undo.state === "undone") return undefined;
  if (undo.step === "end") return end(tx, undo);

  const { contactIds, position } = await (undo.step === "values" ? edited(tx, undo) : brought(tx, undo));
  const plans = await plansFor(tx, of, { contactIds, undo });
  const counts = countsOf(undo, plans);
  if (undo.state === "undoing") await carryOut(tx, { of, ledger, plans });
  const onward =
    undo.step === "values" ? { step: "contacts" as const, position: 0 } : { step: "end" as const, position };
  const after = { ...undo, ...counts, ...(contactIds.length === 0 ? onward : { position }) };
  await tx.update(importUndo).set(after).where(eq(importUndo.importId, of.id));
  return after;
}

/** As the history of a contact names an undo. */
function undoerOf({ fileName }: Of): string {
  return `Undo of import “${fileName}”`;
}

type Some = { contactIds: number[]; position: number };

/** The contacts of the next history lines that the import wrote of those who were there before. */
async function edited(tx: Db, { importId, position }: Undo): Promise<Some> {
  const lines = await tx
    .select({ id: propertyHistory.id, contactId: propertyHistory.contactId })
    .from(propertyHistory)
    .where(and(eq(propertyHistory.runId, importId), gt(propertyHistory.id, position)))
    .orderBy(asc(propertyHistory.id))
    .limit(atOnce);
  const contactIds = [...new Set(lines.map(({ contactId }) => contactId))];
  return { contactIds, position: lines.at(-1)?.id ?? position };
}

/** The next contacts that the import has touched last. */
async function brought(tx: Db, { importId, position }: Undo): Promise<Some> {
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.importId, importId), gt(contact.id, position)))
    .orderBy(asc(contact.id))
    .limit(atOnce);
  return { contactIds: rows.map(({ id }) => id), position: rows.at(-1)?.id ?? position };
}

type Plan = { before: Contact; isNew: boolean; undoing: Undoing };

async function plansFor(tx: Db, of: Of, { contactIds, undo }: { contactIds: number[]; undo: Undo }): Promise<Plan[]> {
  const contacts = await contactsOf(tx, of.portalId, contactIds);
  const histories = await historiesOf(tx, [...contacts.keys()]);
  const used = await usedOf(tx, [...contacts.keys()]);
  return [...contacts.values()].flatMap((before): Plan[] => {
    const lines = histories.get(before.id) ?? [];
    const isNew = isCreatedBy(of, lines);
    if (undo.step === "contacts") {
      const since = { lines, isUsed: used.has(before.id) };
      return isNew ? [{ before, isNew, undoing: undoCreated(of, before, since) }] : [];
    }
    // Of several lines the first one is its turn.
    const isItsTurn = (lines.find(({ runId }) => runId === of.id)?.id ?? 0) > undo.position;
    return isNew || !isItsTurn ? [] : [{ before, isNew, undoing: undoEdited(of, before, lines) }];
  });
}

type Line = HistoryLine & { id: number };

async function historiesOf(tx: Db, contactIds: readonly number[]): Promise<Map<number, Line[]>> {
  if (contactIds.length === 0) return new Map();
  const { id, contactId, source, who, at, runId, changes } = propertyHistory;
  const lines = await tx
    .select({ id, contactId, source, who, at, runId, changes })
    .from(propertyHistory)
    .where(inArray(contactId, [...contactIds]))
    .orderBy(asc(contactId), asc(id));
  return Map.groupBy(lines, (line) => line.contactId);
}

/** Those with whom something was done that their history does not tell. */
async function usedOf(tx: Db, contactIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (contactIds.length === 0) return new Set();
  const done = await tx
    .selectDistinct({ contactId: interaction.contactId })
    .from(interaction)
    .where(inArray(interaction.contactId, [...contactIds]));
  return new Set(done.map(({ contactId }) => contactId));
}

function countsOf({ found, deleted, restored, kept }: Undo, plans: readonly Plan[]) {
  const many = (is: Undoing["is"]) => plans.filter(({ undoing }) => undoing.is === is).length;
  const partly = plans.filter(({ undoing }) => undoing.is === "put-back" && undoing.left).length;
  return {
    found: found + plans.filter(({ isNew }) => isNew).length,
    deleted: deleted + many("deleted"),
    restored: restored + many("put-back"),
    kept: kept + many("kept") + partly,
  };
}

type Work = { of: Of; ledger: Awaited<ReturnType<typeof openLedger>>; plans: readonly Plan[] };

async function carryOut(tx: Db, { of, ledger, plans }: Work): Promise<void> {
  const by = { portalId: of.portalId, name: undoerOf(of) };
  const changes = plans.flatMap(({ before, undoing }) =>
    undoing.is === "put-back" ? [{ before, after: undoing.after }] : [],
  );
  await storeEdited(tx, ledger, { author: { source: "import", who: by.name, at: now() }, changes });
  const contactIds = plans.flatMap(({ before, undoing }) => (undoing.is === "deleted" ? [before.id] : []));
  if (contactIds.length > 0) await deleteContacts(tx, by, { contactIds, runId: of.id, keepsOut: "nobody" });
  await giveBackRegistrations(tx, of, changes);
  const kept = plans.flatMap(({ before, undoing }) => {
    const why = whyKept(undoing);
    return why === null ? [] : [{ importId: of.id, contactId: before.id, why }];
  });
  await insertRows(tx, importKept, kept);
}

function whyKept(undoing: Undoing) {
  if (undoing.is === "kept") return undoing.why;
  return undoing.is === "put-back" && undoing.left ? ("changed" as const) : null;
}

type Change = { before: Contact; after: Contact };

/** Who was taken off a registration by the import is attached to it again, where it still runs and is the portal's. */
async function giveBackRegistrations(tx: Db, of: Of, changes: readonly Change[]): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before.domainKey !== after.domainKey)
    .map(({ after }) => after.id);
  if (moved.length === 0) return;
  const { contactId, registrationId, message } = importLeft;
  const left = await tx
    .select({ contactId, registrationId, message })
    .from(importLeft)
    .where(and(eq(importLeft.importId, of.id), inArray(contactId, moved)));
  await attachAgain(tx, { portalId: of.portalId, name: undoerOf(of) }, left);
}

async function end(tx: Db, undo: Undo): Promise<Undo> {
  const state = undo.state === "counting" ? ("counted" as const) : ("undone" as const);
  await tx.update(importUndo).set({ state, at: now() }).where(eq(importUndo.importId, undo.importId));
  return { ...undo, state };
}
