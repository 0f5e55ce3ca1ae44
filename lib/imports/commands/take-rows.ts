import { and, eq } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import type { Db } from "#db/client.ts";
import { isAmong, keeping } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { importFailure, importLeft, importRun } from "#db/schema/imports.ts";
import { now } from "#lib/clock.ts";
import { recordMoves } from "#lib/contacts/commands/record-moves.ts";
import { type ContactChange, storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { type MatchedColumn, matchedColumns } from "#lib/imports/match.ts";
import { createdBy, type Incoming, incoming, type Origin, updatedBy, wavesOf } from "#lib/imports/plan.ts";
import { readRow, reasonOf } from "#lib/imports/read-row.ts";
import type { Row } from "#lib/imports/rows.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

export type ImportRun = typeof importRun.$inferSelect;
/** `from` is how many rows stand before these; the rows are mended already. */
export type Chunk = { importId: number; from: number; rows: readonly Row[] };
/** How many rows of an import are taken over, and of how many. */
export type Taken = { place: number; of: number };

// A commit rewrites the pages of every index: twice the rows in one cost a tenth to a fifth less.
const atOnce = 2_000;

/**
 * Takes over those of the rows that are next: contacts, history, failed rows, counts and the place in the file, together. Null when
 * somebody else has taken them already, or the import no longer runs.
 */
export async function takeRows(tx: Db, { importId, from, rows }: Chunk): Promise<Taken | null> {
  const ledger = await openLedger(tx);
  const run = await lockedRun(tx, importId);
  const next = run === undefined ? [] : rowsFrom(rows, run.rowsDone - from);
  if (run?.state !== "running" || next.length === 0) return null;

  const counts = { created: run.created, updated: run.updated, unchanged: run.unchanged, failed: run.failed };
  for (let at = 0; at < next.length; at += betweenBreaths) {
    const some = { run, from: run.rowsDone + at, rows: next.slice(at, at + betweenBreaths) };
    for (const changes of await takeSome(tx, some, counts)) recordMoves(ledger, author(run), changes);
    // Pages are read in between, though the transaction is still open.
    await breath();
  }
  await ledger.close();
  const place = run.rowsDone + next.length;
  await tx
    .update(importRun)
    .set({ ...counts, rowsDone: place })
    .where(eq(importRun.id, importId));
  return { place, of: run.rows };
}

/** None where the place is before them. */
function rowsFrom(rows: readonly Row[], place: number): readonly Row[] {
  return place < 0 ? [] : rows.slice(place, place + atOnce);
}

const betweenBreaths = 500;

type Counts = Record<"created" | "updated" | "unchanged" | "failed", number>;
type Some = { run: ImportRun; from: number; rows: readonly Row[] };

/** Answers what was changed, wave by wave. */
async function takeSome(tx: Db, { run, from, rows }: Some, counts: Counts): Promise<ContactChange[][]> {
  const set = await propertiesFor(tx, run.portalId, run.matches.filter(Boolean));
  const { good, failures } = sorted({ run, from, rows }, matchedColumns(run.columns, run.matches, set));
  const origin = { importId: run.id, portalId: run.portalId, existing: run.existing, at: now() };
  const taken: ContactChange[][] = [];
  for (const wave of wavesOf(good)) {
    const changes = await changesOf(tx, origin, wave);
    await storeContacts(tx, { source: "import", who: author(run), at: origin.at, runId: run.id }, changes);
    await insertRows(tx, importLeft, leftBy(run.id, changes));
    const created = changes.filter(({ before }) => before === null).length;
    counts.created += created;
    counts.updated += changes.length - created;
    counts.unchanged += wave.length - changes.length;
    taken.push(changes);
  }
  await insertRows(tx, importFailure, failures);
  counts.failed += failures.length;
  return taken;
}

/** Who was registered, and is so no longer. */
function leftBy(importId: number, changes: readonly ContactChange[]): (typeof importLeft.$inferInsert)[] {
  return changes.flatMap(({ before, after }) => {
    const registrationId = before?.registrationId ?? null;
    if (before === null || registrationId === null || after?.registrationId === registrationId) return [];
    return [{ importId, contactId: before.id, registrationId, message: before.message }];
  });
}

/** As the history of a contact names an import. */
export function author({ fileName }: Pick<ImportRun, "fileName">): string {
  return `Import “${fileName}”`;
}

/** The import, kept from others until the transaction ends. */
export async function lockedRun(tx: Db, importId: number): Promise<ImportRun | undefined> {
  const [run] = await keeping(tx.select().from(importRun).where(eq(importRun.id, importId)), importRun.id);
  return run;
}

function sorted({ run, from, rows }: Some, columns: readonly MatchedColumn[]) {
  const good: Incoming[] = [];
  const failures: (typeof importFailure.$inferInsert)[] = [];
  for (const [at, row] of rows.entries()) {
    const read = readRow(columns, run.columns.length, row);
    if (read.ok) good.push(incoming(read.values));
    else failures.push({ importId: run.id, row: from + at + 1, cells: row.cells, reason: reasonOf(read.faults) });
  }
  return { good, failures };
}

/** What becomes of the rows of a wave; those that change nothing are left out. */
async function changesOf(tx: Db, origin: Origin, wave: readonly Incoming[]): Promise<ContactChange[]> {
  const known = await contactsWith(
    tx,
    origin.portalId,
    wave.flatMap(({ emailKey }) => (emailKey === "" ? [] : [emailKey])),
  );
  const ids = await newIds(tx, wave.filter(({ emailKey }) => !known.has(emailKey)).length);
  return wave.flatMap(({ values, emailKey }): ContactChange[] => {
    const before = known.get(emailKey);
    if (before === undefined) return [{ before: null, after: createdBy(origin, ids.shift() ?? 0, values) }];
    const after = updatedBy(origin, before, values);
    return after === null ? [] : [{ before, after }];
  });
}

/** The portal's contacts with these e-mails, kept from others until the transaction ends. */
async function contactsWith(tx: Db, portalId: number, emailKeys: string[]): Promise<Map<string, Contact>> {
  if (emailKeys.length === 0) return new Map();
  const wanted = and(eq(contact.portalId, portalId), isAmong(contact.emailKey, emailKeys));
  const contacts = await keeping(tx.select().from(contact).where(wanted), contact.id);
  return new Map(contacts.map((each) => [each.emailKey, each]));
}
