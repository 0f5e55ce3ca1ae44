// node bin/bench/growth.ts <contacts>: fills the database of DATABASE_URL, if it is empty, with a portal of so many contacts, a property of its own
// and 200 smart lists, and prints one line of JSON: what people do most, in milliseconds, through the program's own doors and (on
// SQLite) as the bare query. In one process and without HTTP, so that what grows is seen, and not the frame around it.
import Database from "better-sqlite3";
import { asc, eq, sql } from "drizzle-orm";
import { closeStore, db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { rowsOf } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { indexSearch } from "#lib/contacts/commands/index-search.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { type ContactFilter, filterOfSorted, type Sort } from "#lib/contacts/filter.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { env, onPostgres } from "#lib/env.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { runDueJobs } from "#lib/jobs/jobs.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { changesInWeek } from "#lib/lists/queries/members.ts";
import { previewRule } from "#lib/lists/queries/preview.ts";
import type { Operator } from "#lib/lists/rule.ts";
import { createPortal } from "#lib/portals/commands/set-up.ts";
import { listeners } from "#lib/worker.ts";
import { castOf, contactValues } from "./contacts.ts";
import { median, msOf, percentile } from "./measure.ts";
import { listedValues, makeList, makeSeats, ofSeats } from "./own-lists.ts";

const contacts = Number(process.argv[2]);
const [portalId, lists, rounds] = [1001, 200, 200] as const;
const nobody = { personId: "bench", name: "Bench", email: "bench@bench.example", portalName: "Bench" };
const actor = { ...nobody, portalId, role: "admin" as const, timeZone: "UTC" };
const newest: Sort = { by: "created", direction: "desc" };

await migrate();
await prepareJobs();
const known = await db.select({ id: contact.id }).from(contact).orderBy(asc(contact.id));
const staged = known.length === 0 ? await stage() : null;
// As the program does by itself within ten seconds; of a database from before the index, too.
await indexSearch();
// As the server does by itself within a minute: until then it plans for tables that it takes to be empty.
if (staged !== null && onPostgres) await rowsOf(db, sql`vacuum analyze`, []);
const ids = staged?.ids ?? known.map(({ id }) => id);
const own = await db.select({ id: list.id }).from(list).where(eq(list.rule, "")).orderBy(asc(list.id));

const oneEmail = contactValues(Math.floor(ids.length / 2), castOf(contacts))["email"] ?? "";

const raw = onPostgres ? null : rawQueries();
const some = (turn: number) => ids[(turn * 7919) % ids.length] ?? 0;
const [largest = 0, smallest = 0] = own.map(({ id }) => id);
const report = {
  contacts: ids.length,
  ...(staged === null ? {} : { "a contact stored, asked by 200 lists": staged.perContactMs }),
  page: await figures(() => page({})),
  "page of a list": await figures(() => page({ listId: largest })),
  "page of a short list, by name": await figures(() => page({ listId: smallest }, { by: "name", direction: "asc" })),
  search: await figures(() => page({ search: "bakery 77" }), 20),
  "search for one e-mail": await figures(() => page({ search: oneEmail })),
  "search for a word that many have": await figures(() => page({ search: "bakery" })),
  "page filtered by one value of an own property": await figures(() => page(seatsAsked("is", "7"))),
  "page filtered by a span of an own property": await figures(() => page(seatsAsked("above", "500")), 20),
  "page in the order of an own property": await figures(() => page({}, { by: "own.seats", direction: "asc" })),
  record: await figures((turn) => contactById(actor, some(turn))),
  "list index": await figures(() => Promise.all([listsOf(actor), changesInWeek(actor)])),
  "one property saved, 200 lists": await figures((turn) => save(some(turn), `City ${turn}`)),
  "own property saved, 200 lists": await figures((turn) => saveSeats(some(turn), turn)),
  "rule counted while it is made": await figures(() => previewRule(actor, ofSeats("above", "990")), 5),
  ...(raw === null
    ? {}
    : {
        "page, raw": await figures(async () => raw.page.all(portalId)),
        "record, raw": await figures(async (turn) => raw.record.get(portalId, some(turn))),
        "list index, raw": await figures(async () => raw.index.all(portalId)),
      }),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
await closeStore();

/** Half of the contacts before the lists are made, and half with the lists in force, as every later contact comes. */
async function stage(): Promise<{ ids: number[]; perContactMs: number }> {
  await transaction(async (tx) => {
    await createPortal(tx, { hubId: portalId, name: "Growth", timeZone: "UTC", kind: "partner" });
    await createPartnerLists(tx, portalId);
  });
  await makeSeats(actor);
  const half = Math.floor(contacts / 2);
  const before = await fill(0, half);
  await makeLists();
  const begun = performance.now();
  const after = await fill(half, contacts);
  return { ids: [...before, ...after], perContactMs: (performance.now() - begun) / (contacts - half) };
}

async function fill(from: number, to: number): Promise<number[]> {
  const stored: number[] = [];
  const cast = castOf(contacts);
  for (let at = from; at < to; at += 1_000) {
    await transaction(async (tx) => {
      const fresh = await newIds(tx, Math.min(1_000, to - at));
      const changes = fresh.map((id, one) => {
        const place = at + one;
        const values = { ...contactValues(place, cast), ...listedValues(place) };
        return { before: null, after: newContact({ id, portalId, values, createdAt: now() }) };
      });
      await storeContacts(tx, { source: "import", who: "Bench", at: now() }, changes);
      for (const id of fresh) stored.push(id);
    });
  }
  return stored;
}

/** Only a few are filled here: 200 fillings of a million would take the day. The others know the second half. */
async function makeLists(): Promise<void> {
  for (let at = 0; at < lists; at += 1) {
    await makeList(actor, at);
    if (at < 4) await runDueJobs(listeners);
  }
}

function seatsAsked(is: Operator, value: string): ContactFilter {
  return { conditions: [{ field: "seats", is, values: [value] }] };
}

function page(filter: ContactFilter, sort = newest) {
  return contactsPage(actor, { filter: filterOfSorted(filter, sort), sort, place: null, size: 100 });
}

function save(contactId: number, city: string) {
  return transaction((tx) => saveProperties(tx, actor, { contactId, values: { city } }));
}

function saveSeats(contactId: number, turn: number) {
  return transaction((tx) => saveProperties(tx, actor, { contactId, values: { seats: String((turn * 31) % 1_000) } }));
}

async function figures(work: (turn: number) => Promise<unknown>, turns: number = rounds) {
  const times: number[] = [];
  for (let turn = -3; turn < turns; turn += 1) {
    const taken = await msOf(() => work(turn + 3));
    if (turn >= 0) times.push(taken);
  }
  return { p50: median(times), p95: percentile(times, 0.95) };
}

function rawQueries() {
  const store = new Database(env.DATABASE_URL, { readonly: true });
  const columns =
    "id, name, email, company, lifecycle_stage, domain_key, created_at, status, open_kind, expires, shortfalls, lapsed_on";
  return {
    page: store.prepare(`select ${columns} from contact where portal_id = ? order by id desc limit 101`),
    record: store.prepare("select * from contact where portal_id = ? and id = ?"),
    index: store.prepare(
      "select id, name, kind, rule, folder, size, created_at, filled_to, archived_at from list where portal_id = ?",
    ),
  };
}
