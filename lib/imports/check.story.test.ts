import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import { checkInSteps } from "#lib/imports/commands/check-rows.ts";
import { dropRepairs, leaveOutColumn, mendImport } from "#lib/imports/commands/mend.ts";
import { receiveFile } from "#lib/imports/commands/receive-file.ts";
import {
  discardImport,
  importChecked,
  matchAgain,
  startCheck,
  startImport,
} from "#lib/imports/commands/start-import.ts";
import { asForm, begin, contactsOf, failuresIn, imported, progressOf, start, upload } from "#lib/imports/fixtures.ts";
import { importById, importsAfter } from "#lib/imports/queries.ts";
import { failingRows, problemsOf, repairsMade } from "#lib/imports/queries/findings.ts";
import { meetingsOf } from "#lib/imports/queries/meetings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { standardSet } from "#lib/properties/property-set.ts";

/** Uploaded and checked, with nothing imported. */
async function checked(actor: Actor, file: string): Promise<number> {
  const importId = await upload(actor, file);
  await begin(actor, importId);
  await sync();
  expect(await progressOf(actor, importId)).toMatchObject({ state: "checked", rowsDone: 0 });
  return importId;
}

async function tallyOf(actor: Actor, importId: number) {
  return (await progressOf(actor, importId)).tally;
}

async function take(actor: Actor, importId: number) {
  const begun = await transaction((tx) => importChecked(tx, actor, importId));
  expect(begun).toMatchObject({ ok: true });
  await sync();
  return progressOf(actor, importId);
}

async function mend(actor: Actor, importId: number, given: Readonly<Record<string, string>>) {
  const mendings = Object.entries(given).map(([named, replacement]) => ({ named, replacement }));
  const mended = await transaction((tx) => mendImport(tx, actor, { importId, mendings }));
  await sync();
  return mended;
}

async function again(actor: Actor, parentId: number, text: string): Promise<number> {
  const received = await receiveFile(actor, { ...asForm(text, "mended.csv"), parentId });
  if (!received.ok) throw new Error(received.message);
  await sync();
  return received.value.importId;
}

describe("what happens to existing values", () => {
  const file = "Email,City,Job title\nx@acme.com,Rome,\ny@acme.com,Oslo,Chef\n";

  test("a filled cell takes their place, a blank one leaves them", async () => {
    const jill = await aPortal();
    const id = await aContact(jill, { email: "x@acme.com", city: "Bonn", jobtitle: "Cook" });
    expect(await imported(jill, file)).toMatchObject({ created: 1, updated: 1 });
    expect((await theContact(id)).values).toMatchObject({ city: "Rome", jobtitle: "Cook" });
  });

  test("or only what is empty is filled, also by a later row of the same file", async () => {
    const jill = await aPortal();
    const id = await aContact(jill, { email: "x@acme.com", city: "Bonn" });
    const importId = await upload(jill, `${file}X@acme.com,Paris,Baker\nx@acme.com,Paris,Miller\n`);
    await start(jill, importId, "fill");
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ created: 1, updated: 1, unchanged: 2 });
    expect((await theContact(id)).values).toMatchObject({ city: "Bonn", jobtitle: "Baker", email: "x@acme.com" });
  });
});

describe("a check", () => {
  const file = [
    "First Name,Email,Stage,Employees",
    "Ann,ann@acme.com,Lead,5",
    "Ben,ben at acme,n/a,5",
    "Cid,cid@acme.com,n/a,many",
    "Dan,ANN@acme.com,Lead,",
    "Eve,eve@acme.com,Lead,7",
    "Fay,fay@acme.com,Lead,8",
    "Gus,gus@acme.com,Lead",
    ",,,5",
    "Hal,hal@acme.com,n/a ,5",
  ].join("\n");

  test("looks at every row, says what would become of it, and writes no contact", async () => {
    const jill = await aPortal();
    const eve = await aContact(jill, { email: "eve@acme.com", firstname: "Eva" });
    await aContact(jill, { email: "fay@acme.com", firstname: "Fay", lifecyclestage: "lead", numberofemployees: "8" });
    const importId = await checked(jill, file);
    expect(await contactsOf(jill)).toHaveLength(2);
    expect(await tallyOf(jill, importId)).toEqual({
      rows: 9,
      create: 2,
      update: 1,
      unchanged: 1,
      repeated: 1,
      failed: 4,
      problems: [
        { column: -1, kind: "too-few-cells", rows: 1 },
        { column: 1, kind: "not-an-email", rows: 1 },
        { column: 2, kind: "not-an-option", rows: 3 },
        { column: 3, kind: "not-a-number", rows: 1 },
      ],
    });
    const { lines } = await problemsOf({ id: importId }, 0);
    expect(lines.map(({ column, value, rows, firstRow }) => [column, value, rows, firstRow])).toEqual([
      [1, "ben at acme", 1, 2],
      [2, "n/a", 3, 2],
      [3, "many", 1, 3],
      [-1, "", 1, 7],
    ]);
    expect((await theContact(eve)).values["firstname"]).toBe("Eva");
    expect(await take(jill, importId)).toMatchObject({
      state: "done",
      created: 2,
      updated: 2,
      unchanged: 1,
      failed: 4,
    });
    expect((await failuresIn(jill, importId)).trimEnd().split("\r\n")).toHaveLength(5);
  });

  test("is mended in place, a value wherever it stands and a cell in its row, without another upload", async () => {
    const jill = await aPortal();
    const importId = await checked(jill, file);
    expect(await mend(jill, importId, { p2: "customer", p3: "none" })).toEqual({
      ok: false,
      no: "values-refused",
      faults: { p3: "This is not a number: use digits only." },
    });
    expect(await repairsMade(importId)).toBe(0);
    expect(await mend(jill, importId, { p2: "Customer", p3: "" })).toMatchObject({ value: { repairs: 2 } });
    expect(await tallyOf(jill, importId)).toMatchObject({ failed: 2, create: 6, repeated: 1 });

    const found = await importById(jill, importId);
    if (found === undefined) throw new Error("the import is there");
    const { lines } = await failingRows(found, standardSet, 0);
    expect(lines.map(({ row, faults }) => [row, faults.map(({ kind }) => kind)])).toEqual([
      [2, ["not-an-email"]],
      [7, ["too-few-cells"]],
    ]);
    await mend(jill, importId, { r2c1: "ann@acme.com" });
    expect(await tallyOf(jill, importId)).toMatchObject({ failed: 1, create: 6, repeated: 2 });
    expect(await take(jill, importId)).toMatchObject({ created: 6, updated: 2, failed: 1 });
    const contacts = await contactsOf(jill);
    expect(contacts.find(({ email }) => email === "cid@acme.com")?.values).toEqual({
      firstname: "Cid",
      email: "cid@acme.com",
      lifecyclestage: "customer",
      original_source_type: "Offline Sources",
    });
    expect(contacts.find(({ emailKey }) => emailKey === "ann@acme.com")?.values).toMatchObject({ firstname: "Dan" });
  });

  test("says no more of a column that is left out, and mends again as it came once repairs are taken back", async () => {
    const jill = await aPortal();
    const importId = await checked(jill, file);
    await mend(jill, importId, { p2: "Customer" });
    expect(await tallyOf(jill, importId)).toMatchObject({ failed: 3 });
    await transaction((tx) => dropRepairs(tx, jill, importId));
    await sync();
    expect(await tallyOf(jill, importId)).toMatchObject({ failed: 4 });
    for (const column of [2, 3]) {
      await transaction((tx) => leaveOutColumn(tx, jill, { importId, column }));
      await sync();
    }
    expect(await tallyOf(jill, importId)).toMatchObject({
      failed: 3,
      problems: expect.not.arrayContaining([{ column: 2 }]),
    });
    await transaction((tx) => leaveOutColumn(tx, jill, { importId, column: 0 }));
    await sync();
    const last = await transaction((tx) => leaveOutColumn(tx, jill, { importId, column: 1 }));
    expect(last).toEqual({ ok: false, no: "nothing-matched" });
  });

  test("leads back to the columns; repairs stay only with those that go where they went", async () => {
    const jill = await aPortal();
    const importId = await checked(jill, file);
    await mend(jill, importId, { p2: "Customer", p3: "12" });
    await transaction((tx) => matchAgain(tx, jill, importId));
    const matches = ["firstname", "email", "city", "numberofemployees"];
    await transaction((tx) => startCheck(tx, jill, { importId, matches, existing: "fill" }));
    await sync();
    expect(await repairsMade(importId)).toBe(1);
    expect(await importById(jill, importId)).toMatchObject({
      state: "checked",
      existing: "fill",
      tally: { failed: 2 },
    });
  });

  test("is not there for another portal, and can be thrown away with the file", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const importId = await checked(jill, file);
    const missing = { ok: false, no: "import-not-found" };
    expect(await transaction((tx) => importChecked(tx, jack, importId))).toEqual(missing);
    expect(await transaction((tx) => matchAgain(tx, jack, importId))).toEqual(missing);
    expect(await transaction((tx) => dropRepairs(tx, jack, importId))).toEqual(missing);
    expect(await transaction((tx) => leaveOutColumn(tx, jack, { importId, column: 1 }))).toEqual(missing);
    expect(await mend(jack, importId, { p1: "x" })).toEqual(missing);
    expect(await transaction((tx) => discardImport(tx, jill, importId))).toMatchObject({ ok: true });
    expect((await problemsOf({ id: importId }, 0)).lines).toEqual([]);
    expect(await importById(jill, importId)).toBeUndefined();
  });
});

describe("rows that meet others", () => {
  test("are shown with what stands there and what would come, as far as it would change", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const ann = await aContact(jill, { email: "ann@acme.com", city: "Bonn", firstname: "Ann", lastname: "Lee" });
    await aContact(jack, { email: "ben@acme.com" });
    const rows = ["ANN@acme.com,Rome,Cook", "ben@acme.com,Oslo,", "ben@acme.com,Oslo,Chef", "ann@acme.com,,Baker"];
    const importId = await checked(jill, `Email,City,Job title\n${rows.join("\n")}\n`);
    const found = await importById(jill, importId);
    if (found === undefined) throw new Error("the import is there");
    const { lines, next } = await meetingsOf(jill, found, 0);
    expect(lines).toEqual([
      {
        row: 1,
        ofRow: 0,
        contact: { id: ann, name: "Ann Lee" },
        changes: [
          ["email", "ann@acme.com", "ANN@acme.com"],
          ["city", "Bonn", "Rome"],
          ["jobtitle", "", "Cook"],
        ],
      },
      {
        row: 3,
        ofRow: 2,
        contact: null,
        changes: [
          ["email", "", "ben@acme.com"],
          ["city", "", "Oslo"],
          ["jobtitle", "", "Chef"],
        ],
      },
      {
        row: 4,
        ofRow: 1,
        contact: null,
        changes: [
          ["email", "", "ann@acme.com"],
          ["jobtitle", "", "Baker"],
        ],
      },
    ]);
    expect(next).toBeNull();

    await transaction((tx) => matchAgain(tx, jill, importId));
    await begin(jill, importId, "fill");
    await sync();
    const filling = await meetingsOf(jill, { ...found, existing: "fill" }, 0);
    expect(filling.lines[0]?.changes).toEqual([["jobtitle", "", "Cook"]]);
  });
});

describe("rows that failed and come back", () => {
  const file =
    "First Name,Email,Stage,Code\nAnn,ann@acme.com,Lead,1\nBen,ben at acme,Lead,2\nCid,cid@acme.com,Friend,3\n";

  test("go where they went before, and are checked at once; the import before them tells of them", async () => {
    const jill = await aPortal();
    const first = await upload(jill, file);
    const matches = ["lastname", "email", "lifecyclestage", ""];
    await transaction((tx) => startImport(tx, jill, { importId: first, matches, existing: "fill" }));
    await sync();
    expect(await progressOf(jill, first)).toMatchObject({ created: 1, failed: 2 });

    const second = await again(jill, first, (await failuresIn(jill, first)).replace("ben at acme", "ben@acme.com"));
    const told = { state: "checked", parentId: first, existing: "fill", tally: { create: 1, failed: 1 } };
    expect(await importById(jill, second)).toMatchObject({ ...told, matches: [...matches, ""] });
    expect(await take(jill, second)).toMatchObject({ created: 1, failed: 1 });
    expect((await contactsOf(jill)).map(({ values }) => values["lastname"])).toEqual(["Ann", "Ben"]);

    const third = await again(jill, second, (await failuresIn(jill, second)).replace("Friend", "Lead"));
    expect(await take(jill, third)).toMatchObject({ rows: 1, created: 1, failed: 0 });
    expect((await importsAfter(jill, first)).map(({ id }) => id)).toEqual([second]);
  });

  test("in another layout are matched like any file; of another portal's import nothing is known", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const { id } = await imported(jill, file);
    const other = await again(jill, id, "Email,Town\nx@acme.com,Rome\n");
    expect(await importById(jill, other)).toMatchObject({ state: "matching", parentId: id });
    const foreign = await again(jack, id, await failuresIn(jill, id));
    expect(await importById(jack, foreign)).toMatchObject({ state: "matching", parentId: null });
    expect(await importsAfter(jack, id)).toEqual([]);
  });
});

describe("a long check", () => {
  const rows = Array.from(
    { length: 3_500 },
    (_, at) => `p${at % 3_000}@acme.com,${at % 7 === 3 ? `friend ${at}` : "lead"}`,
  );
  const file = `Email,Stage\n${rows.join("\n")}`;
  // Row 3,001 and those after it say again what stood 3,000 rows before, unless one of the two fails.
  const good = rows.flatMap((row, at) => (at % 7 === 3 ? [] : [row.split(",")[0]]));
  const expected = { rows: 3_500, failed: 500, create: new Set(good).size, repeated: good.length - new Set(good).size };

  test("that a restart broke off goes on where it was, and counts the same", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await begin(jill, importId);
    for await (const done of checkInSteps(importId)) if (done === 2_000) break;
    expect(await progressOf(jill, importId)).toMatchObject({ state: "checking", tally: { rows: 2_000 } });
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ state: "checked", tally: expected });
    const listed: number[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await problemsOf({ id: importId }, after);
      listed.push(...page.lines.map(({ place }) => place));
      after = page.next;
    }
    expect(listed).toEqual(Array.from({ length: 500 }, (_, at) => at + 1));
  });

  test("that two workers are at counts each row once; one that was overtaken writes nothing", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await begin(jill, importId);
    const work = async () => {
      for await (const _ of checkInSteps(importId));
    };
    const overtaken = checkInSteps(importId);
    await overtaken.next();
    await Promise.all([work(), work()]);
    expect(await progressOf(jill, importId)).toMatchObject({ state: "checked", tally: expected });
    await transaction((tx) => dropRepairs(tx, jill, importId));
    await overtaken.next();
    expect(await progressOf(jill, importId)).toMatchObject({ state: "checking", tally: { rows: 0 } });
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ state: "checked", tally: expected });
  });

  test("that was begun anew lets the older one write nothing", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await begin(jill, importId);
    const older = checkInSteps(importId);
    await older.next();
    await transaction((tx) => tx.update(importRun).set({ checkRound: 7 }).where(eq(importRun.id, importId)));
    expect(await older.next()).toMatchObject({ done: true });
    expect(await tallyOf(jill, importId)).toMatchObject({ rows: 2_000 });
  });

  test("after which a piece of the file is gone says so, and nothing is imported", async () => {
    const jill = await aPortal();
    const importId = await upload(jill, file);
    await begin(jill, importId);
    for await (const _ of checkInSteps(importId)) break;
    await transaction((tx) => tx.delete(importPiece).where(eq(importPiece.importId, importId)));
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/only 0 could/),
    });
  });
});
