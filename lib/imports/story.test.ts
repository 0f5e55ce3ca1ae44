import { existsSync, readFileSync } from "node:fs";
import { and, count, eq, isNotNull, ne } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { portal } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { env } from "#lib/env.ts";
import { aContact, aConversion, aPortal, sizes, sync, theContact } from "#lib/fixtures.ts";
import { receiveFile, type Received, type Upload } from "#lib/imports/commands/receive-file.ts";
import {
  asForm,
  bytesOf,
  contactsOf,
  failuresIn,
  formHead,
  imported,
  progressOf,
  start,
  streamOf,
  upload,
} from "#lib/imports/fixtures.ts";
import { importInSteps } from "#lib/imports/commands/run-import.ts";
import { discardImport, startImport } from "#lib/imports/commands/start-import.ts";
import { failedFile, firstFailures, importById, importProgress, importsOf } from "#lib/imports/queries.ts";
import { enqueue, prepareJobs } from "#lib/jobs/commands.ts";
import { runDueJobs } from "#lib/jobs/jobs.ts";
import { pendingJobs } from "#lib/jobs/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { createProperty } from "#lib/properties/commands/own-properties.ts";
import type { PropertyAsked } from "#lib/properties/property-form.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { listeners } from "#lib/worker.ts";

beforeAll(prepareJobs);

function asked(actor: Actor, importId: number, matches: readonly string[]) {
  return transaction((tx) => startImport(tx, actor, { importId, matches }));
}

async function namesOf(actor: Actor) {
  return (await contactsOf(actor)).map(({ name, emailKey }) => [name, emailKey]);
}

/** Others save meanwhile, and a step lets them in before the next. */
async function firstStep(importId: number): Promise<void> {
  const others = setInterval(() => void transaction(() => Promise.resolve()), 1);
  for await (const _ of importInSteps(importId)) break;
  clearInterval(others);
}

async function piecesOf(importId: number): Promise<number> {
  const [kept] = await db.select({ count: count() }).from(importPiece).where(eq(importPiece.importId, importId));
  return kept?.count ?? 0;
}

/** Everything that is kept beside the contacts says what a plain count of them says. */
async function expectSizesToBeTrue(actor: Actor): Promise<void> {
  const plain = async (where: Parameters<typeof and>[0]) => {
    const [row] = await db
      .select({ count: count() })
      .from(contact)
      .where(and(eq(contact.portalId, actor.portalId), where));
    return row?.count;
  };
  const [kept] = await db.select({ total: portal.contacts }).from(portal).where(eq(portal.hubId, actor.portalId));
  expect(kept?.total).toBe(await plain(undefined));
  expect(await sizes(actor)).toEqual({
    registered: await plain(eq(contact.status, "REGISTERED")),
    unavailable: await plain(eq(contact.status, "UNAVAILABLE")),
    "invalid-data": await plain(eq(contact.status, "INVALID_DATA")),
    pending: await plain(isNotNull(contact.openRequest)),
    expired: await plain(ne(contact.lapsedOn, "")),
  });
}

describe("a file of contacts", () => {
  test("is uploaded, matched and imported, and registration is woken once", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, "First Name,E-mail,Nickname\nJill,jill@acme.com,J\nJack,JACK@acme.com,\n");
    expect(await importById(jill, importId)).toMatchObject({
      state: "matching",
      columns: ["First Name", "E-mail", "Nickname"],
      samples: [["Jill", "Jack"], ["jill@acme.com", "JACK@acme.com"], ["J"]],
      matches: ["firstname", "email", ""],
      rows: 2,
      rowsDone: 0,
    });
    expect(await contactsOf(jill)).toEqual([]);

    await start(jill, importId);
    expect(await progressOf(jill, importId)).toMatchObject({ state: "running", rowsDone: 0 });
    const woken: unknown[] = [];
    await runDueJobs({ ...listeners, "contacts-changed": async (args) => void woken.push(args) });
    expect(woken).toEqual([{ portalId: jill.portalId }]);
    expect(await progressOf(jill, importId)).toMatchObject({
      state: "done",
      rowsDone: 2,
      created: 2,
      failed: 0,
      error: "",
    });

    const [first, second] = await contactsOf(jill);
    expect(first).toMatchObject({ importId, trigger: "imported", name: "Jill", emailKey: "jill@acme.com", version: 1 });
    expect(first?.values).toEqual({
      firstname: "Jill",
      email: "jill@acme.com",
      original_source_type: "Offline Sources",
    });
    expect(second?.emailKey).toBe("jack@acme.com");
    const [line] = await db
      .select()
      .from(propertyHistory)
      .where(eq(propertyHistory.contactId, first?.id ?? 0));
    expect(line).toMatchObject({ source: "import", who: "Import “contacts.csv”" });
    expect(line?.changes).toContainEqual(["firstname", "", "Jill"]);
    expect(await piecesOf(importId)).toBe(0);
    await expectSizesToBeTrue(jill);
  });

  test("updates contacts of the same e-mail; a blank cell leaves what is there", async () => {
    const jill = await aPortal();
    const id = await aContact(jill, { email: "kept@acme.com", city: "Rome" });
    const same = await aContact(jill, { email: "same@acme.com", city: "Oslo" });
    const foreign = await aContact(await aPortal(), { email: "kept@acme.com" });
    const done = await imported(
      jill,
      "Email,First Name,City\n KEPT@ACME.COM ,Joan,\nsame@acme.com,,Oslo\nnew@acme.com,Jo,\n",
    );
    expect(done).toMatchObject({ created: 1, updated: 1, unchanged: 1, failed: 0, rowsDone: 3, state: "done" });

    const after = await theContact(id);
    expect(after.values).toMatchObject({ firstname: "Joan", city: "Rome", email: "KEPT@ACME.COM", company: "Acme" });
    expect(after.importId).toBe(done.id);
    expect(await theContact(same)).toMatchObject({ importId: null });
    expect(await theContact(foreign)).toMatchObject({ version: 1, importId: null });
    await expectSizesToBeTrue(jill);
  });

  test("that names a contact twice updates what it created, each with its own line of history", async () => {
    const jill = await aPortal();
    const done = await imported(
      jill,
      "Email,City\na@acme.com,Rome\nA@acme.com,Oslo\nb@acme.com,\na@acme.com,Oslo\n,Bern\n,Bern\n",
    );
    expect(done).toMatchObject({ created: 4, updated: 2, unchanged: 0, failed: 0 });
    const [twice, ...others] = await contactsOf(jill);
    expect([twice?.values["city"], twice?.email, others.length]).toEqual(["Oslo", "a@acme.com", 3]);
    const lines = await db
      .select()
      .from(propertyHistory)
      .where(eq(propertyHistory.contactId, twice?.id ?? 0))
      .orderBy(propertyHistory.id);
    expect(
      lines.filter(({ source }) => source === "import").map(({ changes }) => changes.find(([name]) => name === "city")),
    ).toEqual([["city", "", "Rome"], ["city", "Rome", "Oslo"], undefined]);
    await expectSizesToBeTrue(jill);
  });

  test("asks for nothing again where a contact is registered, unless it moves to another domain", async () => {
    const jill = await aPortal();
    const id = await aContact(jill, { email: "reg@moved.example", website: "https://first-import.com" });
    await aConversion(jill, "reg@moved.example");
    await transaction((tx) => requestRegistration(tx, jill, id));
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });

    const importId = await upload(jill, "Email,City,Website\nreg@moved.example,Rome,first-import.com\n");
    await start(jill, importId);
    for await (const _ of importInSteps(importId));
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", trigger: null, importId });

    const moving = await upload(jill, "Email,Website\nreg@moved.example,https://second-import.com\n");
    await start(jill, moving);
    for await (const _ of importInSteps(moving));
    expect(await theContact(id)).toMatchObject({ status: "", trigger: "imported", domainKey: "second-import.com" });
    await sync();
    await expectSizesToBeTrue(jill);
  });
});

describe("rows that fail", () => {
  const file = [
    "First Name;Email;Stage",
    "Jill;jill@acme.com;Lead",
    "Jack;jack at acme;Lead",
    "Joan;joan@acme.com;Friend",
    "Short;short@acme.com",
    "Long;long@acme.com;Lead;extra",
    'Stray;stray"@acme.com;Lead',
    ";;",
    '"=cmd|calc";+1@acme;Lead',
    "Joe;joe@acme.com;",
  ].join("\r\n");

  test("are counted, kept as they came with a reason, and the others are imported", async () => {
    const jill = await aPortal();
    const done = await imported(jill, file);
    expect(done).toMatchObject({
      rows: 8,
      rowsDone: 8,
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 6,
      state: "done",
    });
    expect((await contactsOf(jill)).map(({ name }) => name)).toEqual(["Jill", "Joe"]);

    const failures = await firstFailures(jill, done.id, 3);
    expect(failures.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, "Jack"],
      [3, "Joan"],
      [4, "Short"],
    ]);
    const lines = (await failuresIn(jill, done.id)).split("\r\n");
    expect(lines[0]).toBe("\ufeffFirst Name;Email;Stage;Reason");
    expect(lines).toHaveLength(8);
    expect(lines.at(-2)).toMatch(/^'=cmd\|calc;'\+1@acme;Lead;“Email” is not an e-mail address/);
  });

  test("come back as a file: mended they are imported, left as they are they fail again", async () => {
    const jill = await aPortal();
    const first = await imported(jill, file);
    const again = await imported(jill, await failuresIn(jill, first.id));
    // What was short has been filled up with blanks by the layout; the quote is now part of a whole cell.
    expect(again).toMatchObject({ rows: 6, created: 1, failed: 5 });
    const mended = (await failuresIn(jill, again.id))
      .replace("jack at acme", "jack@acme.com")
      .replace("Friend", "Lead");
    expect(mended.split("\r\n")[0]).toBe("\ufeffFirst Name;Email;Stage;Reason");
    expect(await imported(jill, mended)).toMatchObject({ rows: 5, created: 2, failed: 3 });
    await expectSizesToBeTrue(jill);
  });

  test("may be all of them", async () => {
    const jill = await aPortal();
    const done = await imported(jill, `Email\n${"nobody\n".repeat(1_201)}`);
    expect(done).toMatchObject({ rows: 1_201, failed: 1_201, created: 0, state: "done" });
    expect((await failuresIn(jill, done.id)).trimEnd().split("\r\n")).toHaveLength(1_202);
  });
});

describe("matching by hand", () => {
  const file = "A,B\nx@acme.com,y@acme.com\n";

  test("two columns for one property are refused, and nothing chosen is lost", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    expect(await asked(jill, importId, ["email", "email"])).toEqual({ ok: false, no: "property-twice" });
    expect(await importById(jill, importId)).toMatchObject({ state: "matching", matches: ["email", "email"] });
    expect(await asked(jill, importId, ["", ""])).toEqual({ ok: false, no: "nothing-matched" });
    expect(await asked(jill, importId, ["email", "registration_status"])).toEqual({ ok: false, no: "not-writable" });
    expect(await asked(jill, importId, ["email"])).toEqual({ ok: false, no: "wrong-columns" });
    expect(await importById(jill, importId)).toMatchObject({ matches: ["", ""] });
    expect(await asked(jill, importId, ["email", "city"])).toMatchObject({ ok: true });
    expect(await asked(jill, importId, ["email", ""])).toEqual({ ok: false, no: "not-matching" });
  });

  test("without a column for the e-mail every row is a new contact", async () => {
    const jill = await aPortal();
    await aContact(jill, { email: "x@acme.com" });
    const importId = await upload(jill, file);
    await asked(jill, importId, ["city", ""]);
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ created: 1, updated: 0 });
  });

  test("another portal's import is not there", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const importId = await upload(jill, file);
    expect(await asked(jack, importId, ["email", ""])).toEqual({ ok: false, no: "import-not-found" });
    expect(await transaction((tx) => discardImport(tx, jack, importId))).toEqual({ ok: false, no: "import-not-found" });
    expect(await importById(jack, importId)).toBeUndefined();
    expect(await importProgress(jack, importId)).toEqual({ ok: false, no: "import-not-found" });
    expect(await failedFile(jack, importId)).toEqual({ ok: false, no: "import-not-found" });
    expect([await firstFailures(jack, importId, 10), await importsOf(jack)]).toEqual([[], []]);
  });

  test("a file that is not wanted after all leaves nothing behind", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    expect(await transaction((tx) => discardImport(tx, jill, importId))).toMatchObject({ ok: true });
    expect([await importsOf(jill), await piecesOf(importId)]).toEqual([[], 0]);
  });
});

describe("a restart", () => {
  const rows = Array.from(
    { length: 3_500 },
    (_, at) => `Person ${at},p${at % 3_000}@acme.com,${at % 7 === 3 ? "friend" : "lead"}`,
  );
  const created = new Set(rows.filter((row) => row.endsWith("lead")).map((row) => row.split(",")[1])).size;
  const file = `First Name,Email,Stage\n${rows.join("\n")}`;

  test("in the middle: the import goes on behind the last row, nothing lost, nothing twice", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const whole = await imported(jack, file);

    const importId = await upload(jill, file);
    await start(jill, importId);
    await firstStep(importId);
    expect(await progressOf(jill, importId)).toMatchObject({ state: "running", rowsDone: 2_000 });
    await sync();

    expect(await progressOf(jill, importId)).toEqual({ ...whole, id: importId });
    expect(whole).toMatchObject({ state: "done", rowsDone: 3_500, created, failed: 500 });
    expect(await failuresIn(jill, importId)).toBe(await failuresIn(jack, whole.id));
    expect(await namesOf(jill)).toEqual(await namesOf(jack));
    await expectSizesToBeTrue(jill);
  });

  test("two workers at the same import do each row once", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await start(jill, importId);
    const work = async () => {
      for await (const _ of importInSteps(importId));
    };
    await Promise.all([work(), work()]);
    expect(await progressOf(jill, importId)).toMatchObject({ rowsDone: 3_500, failed: 500, created });
    // The index of the search follows in some seconds; here at once.
    await sync();
    await transaction((tx) => enqueue(tx, "index-search", {}, { key: "index-search" }));
    await sync();
    expect(await pendingJobs()).toBe(0);
  });

  test("after which a piece of the file is gone is told, and what was imported is kept", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await start(jill, importId);
    await firstStep(importId);
    await transaction((tx) => tx.delete(importPiece).where(eq(importPiece.importId, importId)));
    await sync();
    const { state, error, rowsDone } = await progressOf(jill, importId);
    expect([state, rowsDone]).toEqual(["failed", 2_000]);
    expect(error).toMatch(/^The file had 3500 rows, but only 2000 could be read again/);
    await expectSizesToBeTrue(jill);
  });
});

function brokenStream() {
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytesOf(`${formHead("a.csv")}Email\n`)),
    pull: (controller) => controller.error(new Error("the line broke")),
  });
}

describe("an upload that cannot be taken", () => {
  const good = "Email\njill@acme.com\n";
  const form = (change: Partial<Upload>): Upload => ({ ...asForm(good), ...change });

  test.each<[string, () => Upload, string]>([
    ["cut by a proxy", () => form({ promisedBytes: 100_000 }), "cut-off"],
    [
      "cut before its closing line",
      () =>
        form({
          body: streamOf(bytesOf(`${formHead("a.csv")}Email\na@b.co`)),
          promisedBytes: null,
        }),
      "cut-off",
    ],
    ["broken off", () => form({ body: brokenStream(), promisedBytes: null }), "cut-off"],
    ["nothing at all", () => form({ body: null, promisedBytes: 0 }), "cut-off"],
    ["no file chosen", () => asForm("", ""), "no-file"],
    ["an empty file", () => asForm(""), "empty"],
    ["not a form", () => form({ contentType: "application/json" }), "no-form"],
    ["a form without a boundary", () => form({ contentType: "multipart/form-data" }), "no-form"],
    ["an unclosed quote", () => asForm('Email\n"jill@acme.com\n'), "unclosed-quote"],
    ["a workbook that calls itself CSV", () => asForm(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)), "workbook"],
    ["a promise beyond the limit", () => form({ promisedBytes: 10 ** 12 }), "too-large"],
  ])("%s", async (_, given, why) => {
    const jill = await aPortal();
    const received: Received = await receiveFile(jill, given());
    expect(received).toMatchObject({ ok: false, no: why, message: expect.stringMatching(/\w.*\.$/) });
    const runs = await db.select().from(importRun).where(eq(importRun.portalId, jill.portalId));
    for (const { id, state, error, finishedAt } of runs) {
      expect({ state, error, kept: await piecesOf(id), finished: finishedAt !== null }).toEqual({
        state: "failed",
        error: received.ok ? "" : received.message,
        kept: 0,
        finished: true,
      });
    }
    expect(runs.map(({ id }) => id)).toEqual(received.ok || received.importId === null ? [] : [received.importId]);
    expect(await contactsOf(jill)).toEqual([]);
  });

  test("larger than the limit is refused on the way, without being kept", async () => {
    const jill = await aPortal();
    const limit = env.DIBS_IMPORT_LIMIT_MB;
    env.DIBS_IMPORT_LIMIT_MB = 2;
    try {
      const large = asForm(`Email\n${"x@acme.com\n".repeat(300_000)}`);
      const received = await receiveFile(jill, { ...large, promisedBytes: null });
      expect(received).toMatchObject({ ok: false, no: "too-large", message: expect.stringContaining("2 MB") });
      expect(received.ok || (await piecesOf(received.importId ?? 0))).toBe(0);
    } finally {
      env.DIBS_IMPORT_LIMIT_MB = limit;
    }
  });

  test("a bare CSV body is taken as well", async () => {
    const jill = await aPortal();
    const bare = {
      body: streamOf(bytesOf(good), 5),
      contentType: "text/csv; charset=utf-8",
      promisedBytes: good.length,
      fileName: "x.csv",
    };
    const received = await receiveFile(jill, bare);
    expect(received).toMatchObject({ ok: true });
    expect(await importsOf(jill)).toMatchObject([{ fileName: "x.csv", state: "matching", rows: 1, who: jill.name }]);
  });

  test("spreadsheets of the world are: UTF-16 with tabs, Latin-1 with semicolons, many pieces", async () => {
    const jill = await aPortal();
    const utf16 = Buffer.from("\ufeffFirst Name\tEmail\r\nZoë\tz@acme.com\r\n", "utf16le");
    const latin1 = Buffer.from("First Name;Email\nJürgen;j@acme.com\n", "latin1");
    const many = `First Name,Email\n${Array.from({ length: 60_000 }, (_, at) => `"Ünal, ""${at}""",m@acme.com`).join("\n")}\n`;
    expect(await imported(jill, utf16)).toMatchObject({ created: 1 });
    expect(await imported(jill, latin1)).toMatchObject({ created: 1 });
    const importId = await upload(jill, many);
    expect(await piecesOf(importId)).toBe(2);
    expect((await contactsOf(jill)).map(({ name }) => name)).toEqual(["Zoë", "Jürgen"]);
    expect(await importById(jill, importId)).toMatchObject({
      rows: 60_000,
      samples: [
        ['Ünal, "0"', 'Ünal, "1"', 'Ünal, "2"'],
        ["m@acme.com", "m@acme.com", "m@acme.com"],
      ],
    });
  });
});

const customers = new URL("../../../shared/data/customers-10000.csv", import.meta.url);
const isThere = existsSync(customers);
if (!isThere)
  console.warn(`SKIPPED: ${customers.pathname} is not there, so the real file of 10,000 customers was not imported.`);

test.skipIf(!isThere)("the real file of 10,000 customers, and once more", { timeout: 300_000 }, async () => {
  const jill = await aPortal();
  const file = readFileSync(customers);
  const done = await imported(jill, file);
  expect(done).toMatchObject({ rows: 10_000, rowsDone: 10_000, created: 10_000, failed: 0, state: "done" });
  const contacts = await contactsOf(jill);
  expect(new Set(contacts.map(({ emailKey }) => emailKey)).size).toBe(10_000);
  expect(contacts.map(({ values }) => values["mobilephone"]).filter(Boolean)).toHaveLength(10_000);
  expect(contacts.filter(({ trigger }) => trigger !== null)).toEqual([]);
  await expectSizesToBeTrue(jill);

  expect(await imported(jill, file)).toMatchObject({ unchanged: 10_000, created: 0, updated: 0 });
  await expectSizesToBeTrue(jill);
});

test("a column goes to a property of the portal's own, whose options and limits count for each row", async () => {
  const jo = await aPortal("Own columns", "admin");
  const wines = ["red", "white"].map((value) => ({ value, label: `${value} wine` }));
  const blank = { group: "contact", hint: "", options: [], least: "", most: "" };
  const property = (given: Partial<PropertyAsked> & { label: string }) =>
    transaction((tx) => createProperty(tx, jo, { ...blank, type: "number", ...given }));
  await property({ label: "Shoe size", most: "50" });
  await property({ label: "Wines", type: "choices", options: wines });
  const rows = "Email,Shoe Size,Wines\na@x.com,38,Red wine; white\nb@x.com,90,red\nc@x.com,39,beer\n";
  const done = await imported(jo, rows);
  expect([done.created, done.failed]).toEqual([1, 2]);
  const [found] = await db
    .select()
    .from(contact)
    .where(and(eq(contact.portalId, jo.portalId), eq(contact.email, "a@x.com")));
  expect(found?.values).toMatchObject({ shoe_size: "38", wines: "red;white" });
  const failures = await firstFailures(jo, (await importsOf(jo))[0]?.id ?? 0, 10);
  expect(failures.map(({ reason }) => reason).join()).toMatch(/above 50.*not one of the options/s);
});
