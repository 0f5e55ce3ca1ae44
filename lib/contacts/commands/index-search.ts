import { keeping } from "#db/ask.ts";
import type { Db } from "#db/client.ts";
import { deleteRows, insertRows } from "#db/rows.ts";
import { searchDue } from "#db/schema/contacts.ts";
import { indexAnew } from "#db/search-index.ts";
import { transaction } from "#db/transaction.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { enqueue } from "#lib/jobs/commands.ts";

type Change = { before: Contact | null; after: Contact | null };

/** Notes whose text has changed: they are looked at one by one until the index knows them (decision 25). */
export async function noteForSearch(tx: Db, changes: readonly Change[]): Promise<void> {
  const due = changes.flatMap(({ before, after }) => {
    const of = after ?? before;
    return of === null || before?.search === after?.search ? [] : [{ contactId: of.id, portalId: of.portalId }];
  });
  await insertRows(tx, searchDue, due, "stays");
}

const everyMs = 10_000;

/**
 * Leaves word that the index is behind, where it is: it follows all that came until then at once, since contacts taken in one by one
 * each cost as much as the save that changed them.
 */
export async function wakeIndex(tx: Db): Promise<void> {
  const [first] = await tx.select().from(searchDue).limit(1);
  if (first === undefined) return;
  // The next full ten seconds, not ten from now: who changes something every second would put it off for ever.
  const runAt = Math.ceil(Date.now() / everyMs) * everyMs;
  await enqueue(tx, "index-search", {}, { key: "index-search", runAt });
}

/** Some in each transaction, so that others come in between; done twice it changes nothing. */
export async function indexSearch(): Promise<void> {
  while (await transaction(indexSome));
}

const atOnce = 1_000;

/** Answers whether there may be more. */
async function indexSome(tx: Db): Promise<boolean> {
  const due = await keeping(tx.select().from(searchDue).limit(atOnce), searchDue.contactId);
  if (due.length === 0) return false;
  await indexAnew(
    tx,
    due.map(({ contactId }) => contactId),
  );
  await deleteRows(tx, searchDue, due);
  return due.length === atOnce;
}
