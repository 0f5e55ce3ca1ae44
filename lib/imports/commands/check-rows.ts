import { and, asc, eq } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { type Db, db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { deleteRows, insertRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { importFailure, importMeeting, importProblem, importRun } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import type { Values } from "#lib/contacts/contact.ts";
import { failImport } from "#lib/imports/commands/inbox.ts";
import { repairsOf } from "#lib/imports/commands/findings.ts";
import { chunksOf } from "#lib/imports/commands/read-rows.ts";
import { type ImportRun, lockedRun } from "#lib/imports/commands/take-rows.ts";
import { type FirstRows, firstRows } from "#lib/imports/first-rows.ts";
import { type MatchedColumn, matchedColumns } from "#lib/imports/match.ts";
import { changesTo, type Incoming, incoming } from "#lib/imports/plan.ts";
import { readRow, reasonOf } from "#lib/imports/read-row.ts";
import { type Mend, mendWith } from "#lib/imports/repairs.ts";
import type { Row } from "#lib/imports/rows.ts";
import { emptyTally, mostListed, type ProblemBook, problemBook, type Tally } from "#lib/imports/tally.ts";
import { propertiesFor } from "#lib/properties/queries.ts";

const [atOnce, betweenBreaths] = [2_000, 250];

/**
 * Reads every row of an import without writing any contact, and says after each step how many are checked. After a restart it
 * goes on behind the last of them; those before are read again for their e-mails alone.
 */
export async function* checkInSteps(importId: number): AsyncGenerator<number> {
  const [run] = await db.select().from(importRun).where(eq(importRun.id, importId));
  if (run?.state !== "checking") return;

  const desk = await openDesk(run);
  let read = 0;
  for await (const rows of chunksOf(run, 0, atOnce)) {
    const from = read;
    read += rows.length;
    const found = emptyFound();
    for (let at = 0; at < rows.length; at += betweenBreaths) {
      const some = rows.slice(at, at + betweenBreaths);
      if (read <= desk.tally.rows) remember(desk, from + at, some);
      else await look(desk, found, { from: from + at, rows: some });
      await breath();
    }
    if (read <= desk.tally.rows) continue;
    desk.tally = { ...desk.tally, rows: read, problems: desk.book.counts() };
    if (!(await transaction((tx) => keep(tx, { desk, found, from })))) return;
    yield read;
  }
  await transaction((tx) => finish(tx, desk, read));
}

/** What a check has at hand from one row to the next. */
type Desk = {
  run: ImportRun;
  columns: readonly MatchedColumn[];
  mend: Mend;
  first: FirstRows;
  book: ProblemBook;
  tally: Tally;
  meetings: number;
};

async function openDesk(run: ImportRun): Promise<Desk> {
  const set = await propertiesFor(db, run.portalId, run.matches.filter(Boolean));
  const tally = run.tally ?? emptyTally;
  const [repairs, listed, meetings] = await Promise.all([
    repairsOf(db, run.id),
    db.select().from(importProblem).where(eq(importProblem.importId, run.id)).orderBy(asc(importProblem.place)),
    db.select({ row: importMeeting.row }).from(importMeeting).where(eq(importMeeting.importId, run.id)),
  ]);
  return {
    run,
    columns: matchedColumns(run.columns, run.matches, set),
    mend: mendWith(repairs),
    first: firstRows(run.rows),
    book: problemBook(tally.problems, listed),
    tally,
    meetings: meetings.length,
  };
}

type Failure = typeof importFailure.$inferInsert;
type Meeting = typeof importMeeting.$inferInsert;
type Found = { failures: Failure[]; meetings: Meeting[] };

function emptyFound(): Found {
  return { failures: [], meetings: [] };
}

type Some = { from: number; rows: readonly Row[] };

/** Rows that were checked before a restart. */
function remember({ run, columns, mend, first }: Desk, from: number, rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    const number = from + at + 1;
    const read = readRow(columns, run.columns.length, mend(number, row));
    const { emailKey } = incoming(read.ok ? read.values : {});
    if (emailKey !== "") first.before(emailKey, number);
  }
}

async function look(desk: Desk, found: Found, { from, rows }: Some): Promise<void> {
  const { run, columns, book, first } = desk;
  const counts = { ...desk.tally };
  const fresh: (Incoming & { row: number })[] = [];
  for (const [at, given] of rows.entries()) {
    const number = from + at + 1;
    const row = desk.mend(number, given);
    const read = readRow(columns, run.columns.length, row);
    if (!read.ok) {
      book.note(number, read.faults);
      counts.failed += 1;
      if (counts.failed <= mostListed)
        found.failures.push({ importId: run.id, row: number, cells: row.cells, reason: reasonOf(read.faults) });
      continue;
    }
    const one = incoming(read.values);
    const ofRow = one.emailKey === "" ? 0 : first.before(one.emailKey, number);
    if (ofRow === 0) fresh.push({ ...one, row: number });
    else {
      counts.repeated += 1;
      meet(desk, found, { importId: run.id, row: number, ofRow, contactId: null, values: read.values });
    }
  }
  desk.tally = counts;
  await meetContacts(desk, found, fresh);
}

/** Which of the rows are contacts of the portal already, and whether they would change them. */
async function meetContacts(desk: Desk, found: Found, rows: readonly (Incoming & { row: number })[]): Promise<void> {
  const counts = { ...desk.tally };
  const known = await contactsWith(
    desk.run.portalId,
    rows.flatMap(({ emailKey }) => (emailKey === "" ? [] : [emailKey])),
  );
  for (const { row, values, emailKey } of rows) {
    const contactThere = known.get(emailKey);
    if (contactThere === undefined) counts.create += 1;
    else if (changesTo(contactThere.values, values, desk.run.existing).length === 0) counts.unchanged += 1;
    else {
      counts.update += 1;
      meet(desk, found, { importId: desk.run.id, row, ofRow: 0, contactId: contactThere.id, values });
    }
  }
  desk.tally = counts;
}

function meet(desk: Desk, found: Found, meeting: Meeting): void {
  desk.meetings += 1;
  if (desk.meetings <= mostListed) found.meetings.push(meeting);
}

async function contactsWith(
  portalId: number,
  emailKeys: string[],
): Promise<Map<string, { id: number; values: Values }>> {
  if (emailKeys.length === 0) return new Map();
  const rows = await db
    .select({ id: contact.id, emailKey: contact.emailKey, values: contact.values })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), isAmong(contact.emailKey, emailKeys)));
  return new Map(rows.map(({ emailKey, ...row }) => [emailKey, row]));
}

/** False when the check was begun anew, or somebody else has checked these rows already. */
async function keep(
  tx: Db,
  { desk: { run, book, tally }, found, from }: { desk: Desk; found: Found; from: number },
): Promise<boolean> {
  if (!(await isMine(tx, run, from))) return false;
  const grown = book.grown().map((group) => ({ importId: run.id, ...group }));
  await deleteRows(
    tx,
    importProblem,
    grown.map(({ importId, place }) => ({ importId, place })),
  );
  await insertRows(tx, importProblem, grown);
  await insertRows(tx, importFailure, found.failures);
  await insertRows(tx, importMeeting, found.meetings);
  await tx.update(importRun).set({ tally }).where(eq(importRun.id, run.id));
  return true;
}

async function finish(tx: Db, { run, tally }: Desk, read: number): Promise<void> {
  if (!(await isMine(tx, run, tally.rows))) return;
  const short = `The file had ${run.rows} rows, but only ${read} could be read again. Nothing was imported. Choose the file again.`;
  if (read !== run.rows) return failImport(tx, run.id, short);
  await tx.update(importRun).set({ state: "checked" }).where(eq(importRun.id, run.id));
}

async function isMine(tx: Db, run: ImportRun, rows: number): Promise<boolean> {
  const now = await lockedRun(tx, run.id);
  return now?.state === "checking" && now.checkRound === run.checkRound && (now.tally?.rows ?? 0) === rows;
}
