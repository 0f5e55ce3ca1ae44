import { eq, inArray, lte } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { contact } from "#db/schema/contacts.ts";
import { exportRun } from "#db/schema/exports.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import { ownSorted, type Sort } from "#lib/contacts/filter.ts";
import { sortValue } from "#lib/contacts/queries/contacts-page.ts";
import { type Matching, matching, within } from "#lib/contacts/queries/matching.ts";
import { type StoredWhole, wholeRowsBehind } from "#lib/contacts/queries/rows-behind.ts";
import { type ContactSelection, filterOf } from "#lib/contacts/selection.ts";
import { type ShownColumns, shownColumns } from "#lib/contacts/shown-columns.ts";
import { csvLine, csvMark } from "#lib/csv-line.ts";
import { dayIn } from "#lib/day.ts";
import { type Cell, cellsOf, type Reader } from "#lib/exports/cells.ts";
import { exportFileName, type Format } from "#lib/exports/file-name.ts";
import { listNamed, selectionInWords } from "#lib/exports/queries.ts";
import { openWorkbook } from "#lib/exports/xlsx.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";

/** Whom, in which columns and order, and as what. */
export type ExportAsked = { selection: ContactSelection; address: Address; format: Format };
export type ExportFile = { fileName: string; pieces: AsyncGenerator<Uint8Array> };

const atOnce = 500;
const encoder = new TextEncoder();

/** A file of contacts, made while it is read, a few hundred at a time. It is in the log before its first row goes out. */
export async function exportContacts(actor: Actor, asked: ExportAsked): Promise<ExportFile> {
  const { address, format } = asked;
  const shown = shownColumns(address.columns, await propertiesOf(db, actor.portalId));
  const day = dayIn(actor.timeZone, now());
  const which = (await listNamed(actor, address.filter))?.name ?? "Contacts";
  const fileName = exportFileName(actor.portalName, which, { day, format });
  const id = await logged(actor, asked, { fileName, columns: shown.columns.length + 1 });
  return { fileName, pieces: piecesOf(actor, asked, { id, shown }) };
}

async function logged(
  actor: Actor,
  { selection, address, format }: ExportAsked,
  file: { fileName: string; columns: number },
): Promise<number> {
  const { portalId, personId, name: who } = actor;
  const what = await selectionInWords(actor, selection);
  const asked = spellAddress({ ...address, place: null });
  return transaction(async (tx) => {
    const [id = 0] = await newIds(tx, 1);
    const run = { id, portalId, personId, who, ...file, format, what, address: asked, contacts: 0, createdAt: now() };
    await tx.insert(exportRun).values({ ...run, finishedAt: null });
    return id;
  });
}

type Begun = { id: number; shown: ShownColumns };

async function* piecesOf(actor: Actor, asked: ExportAsked, { id, shown }: Begun): AsyncGenerator<Uint8Array> {
  const reader = { timeZone: actor.timeZone, today: await registryToday() };
  const heads = ["Name", ...shown.columns.map(({ label }) => label)];
  const out: { contacts: number; finishedAt: number | null } = { contacts: 0, finishedAt: null };
  try {
    const write = asked.format === "csv" ? asCsv : asWorkbook;
    yield* write(heads, counted(cellsInSteps(actor, asked, { shown, reader }), out));
    out.finishedAt = now();
  } finally {
    // Whoever stops reading has got so many.
    await transaction((tx) => tx.update(exportRun).set(out).where(eq(exportRun.id, id)));
  }
}

type Rows = AsyncGenerator<Cell[][]>;

async function* counted(rows: Rows, out: { contacts: number }): Rows {
  for await (const some of rows) {
    yield some;
    out.contacts += some.length;
  }
}

async function* asCsv(heads: readonly string[], rows: Rows): AsyncGenerator<Uint8Array> {
  yield encoder.encode(csvMark + csvLine(heads));
  for await (const some of rows) {
    yield encoder.encode(some.map((cells) => csvLine(cells.map(({ value }) => value))).join(""));
  }
}

async function* asWorkbook(heads: readonly string[], rows: Rows): AsyncGenerator<Uint8Array> {
  const workbook = openWorkbook(heads);
  for await (const some of rows) {
    workbook.add(some);
    yield workbook.taken();
  }
  workbook.end();
  yield workbook.taken();
}

async function* cellsInSteps(
  actor: Actor,
  { selection, address }: ExportAsked,
  { shown, reader }: { shown: ShownColumns; reader: Reader },
): Rows {
  const found = await meantBy(actor, selection);
  const sort = sortOf(selection, address.sort);
  for (let last: StoredWhole | undefined; ;) {
    const place =
      last === undefined ? null : { value: sortValue(last, sort.by), id: last.id, towards: "next" as const };
    const rows = await wholeRowsBehind(found, { sort, place, size: atOnce });
    yield rows.map((row) => cellsOf(row, shown.properties, reader));
    last = rows.at(-1);
    if (rows.length < atOnce) return;
    // Pages of others come in between.
    await breath();
  }
}

async function meantBy({ portalId }: Actor, selection: ContactSelection): Promise<Matching> {
  const { ids, upTo } = selection;
  const filter = ids === undefined ? filterOf(selection) : {};
  const found = await matching(db, portalId, { filter, purpose: "walk" });
  return within(found, ids === undefined ? lte(contact.id, upTo) : inArray(contact.id, ids));
}

/** Those who were chosen one by one may have no value of the property that the table was in the order of. */
function sortOf({ ids }: ContactSelection, sort: Sort): Sort {
  return ids !== undefined && ownSorted(sort) !== null ? { by: "created", direction: "desc" } : sort;
}
