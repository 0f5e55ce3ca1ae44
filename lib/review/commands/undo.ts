import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mending } from "#db/schema/review.ts";
import { now } from "#lib/clock.ts";
import { contactOf, saveProperties } from "#lib/contacts/commands/save-properties.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { standAgain } from "#lib/registration/commands/stand-again.ts";
import { withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import { takeBack } from "#lib/review/commands/put-aside.ts";
import { isValue, type MendingChange, requestedByHand, undoableMs } from "#lib/review/mending.ts";
import { faultsInWords, type Refusal, refusalInWords } from "#lib/review/refusals.ts";
import type { Judged } from "#lib/review/verdict.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

/**
 * Takes verdicts of the last 24 hours back, the newest first, as new history entries. A contact whose value has changed since
 * keeps what it has.
 */
export async function undo(tx: Db, actor: Actor, mendings: readonly number[]): Promise<Judged> {
  await openLedger(tx);
  const rows = await tx
    .select()
    .from(mending)
    .where(and(eq(mending.portalId, actor.portalId), inArray(mending.id, [...mendings])));
  const done: number[] = [];
  const refused: Judged["refused"][number][] = [];
  for (const row of rows.toSorted((one, other) => other.id - one.id)) {
    const contactIds = [...new Set(row.changes.map(([id]) => id))];
    const already = done.length;
    const late = row.undoneAt !== null ? "undone" : row.at < now() - undoableMs ? "too-late" : null;
    for (const id of contactIds) {
      const changes = row.changes.filter(([contactId]) => contactId === id);
      const message = late === null ? await undoOne(tx, actor, { id, changes }) : refusalInWords(late);
      if (message === null) done.push(id);
      else refused.push({ id, message });
    }
    if (done.length > already) await tx.update(mending).set({ undoneAt: now() }).where(eq(mending.id, row.id));
  }
  return { mending: null, done, refused };
}

type One = { id: number; changes: readonly MendingChange[] };

/** Null when it is undone, else why it is not. */
async function undoOne(tx: Db, actor: Actor, { id, changes }: One): Promise<string | null> {
  const contact = await contactOf(tx, actor.portalId, id);
  if (contact === undefined) return refusalInWords("contact-not-found");
  const values = changes.filter(isValue);
  const why = whyNot(contact, values);
  if (why !== null) return refusalInWords(why);

  if (values.length > 0) {
    const before = Object.fromEntries(values.map(([, property, was]) => [property, was]));
    const saved = await saveProperties(tx, actor, { contactId: id, values: before });
    if (!saved.ok) return saved.no === "values-refused" ? faultsInWords(saved.faults) : refusalInWords(saved.no);
  }
  const aside = await takeBack(tx, actor, [id]);
  if (aside.get(id) === contact.decidedBy) await standAgain(tx, actor, [id]);
  else if (changes.some(([, property]) => property === requestedByHand)) await withdrawRequest(tx, actor, id);
  return null;
}

function whyNot(contact: Contact, values: readonly MendingChange[]): Refusal | null {
  if (values.some(([, property, , after]) => (contact.values[property] ?? "") !== after)) return "changed-since";
  const moves = values.some(([, property]) => property === "website");
  return moves && contact.status === "REGISTERED" ? "registered-since" : null;
}
