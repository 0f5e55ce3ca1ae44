import { existsSync, readFileSync } from "node:fs";
import { and, count, eq, isNull } from "drizzle-orm";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { request } from "#db/schema/registration.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { loadAccounts } from "#lib/registration/commands/pursue-many.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { excludeDomain } from "#lib/sales/commands/not-pursued.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { eventInWords } from "#lib/sales/history-words.ts";
import { accountsLoad } from "#lib/sales/queries/accounts-load.ts";
import { domainAt, historyOf, syncPausedSince, unavailableAt, waitingFor } from "#lib/sales/queries/domain-record.ts";
import { type AskedDomains, domainsPage } from "#lib/sales/queries/domains-page.ts";
import { standingOf } from "#lib/sales/standing.ts";

const organizations = "../shared/data/organizations-10000.csv";
const isThere = existsSync(organizations);
if (!isThere) process.stdout.write(`${organizations} is missing: the story that loads it is SKIPPED\n`);
let vendor: Actor;

beforeAll(async () => {
  vendor = await aPortal("Vendor", "channel-manager");
});

async function load(text: string, name = "accounts.csv") {
  const loaded = await loadAccounts(vendor, { name, content: new Blob([text]).stream(), reason: "Named accounts" });
  if (!loaded.ok) throw new Error(loaded.no);
  const view = await accountsLoad(loaded.value.number);
  if (view === undefined) throw new Error("the load was not kept");
  return view;
}

async function aRegistration(key: string, name = "Partner") {
  const partner = await aPortal(name);
  const id = await aContact(partner, { website: key });
  await transaction((tx) => requestRegistration(tx, partner, id));
  await sync();
  return { partner, id };
}

async function pursued(): Promise<number> {
  const [found] = await db
    .select({ pursued: count() })
    .from(registration)
    .where(and(eq(registration.state, "active"), isNull(registration.portalId)));
  return found?.pursued ?? 0;
}

async function requests(): Promise<number> {
  const [found] = await db.select({ requests: count() }).from(request);
  return found?.requests ?? 0;
}

/** Every key that the pages show, going forth and then back. */
async function walk(asked: Omit<AskedDomains, "place">) {
  const forth: string[] = [];
  const back: string[][] = [];
  let page = await domainsPage({ ...asked, place: null });
  forth.push(...page.rows.map(({ key }) => key));
  while (page.next !== null) {
    page = await domainsPage({ ...asked, place: { key: page.next, towards: "next" } });
    forth.push(...page.rows.map(({ key }) => key));
  }
  back.unshift(page.rows.map(({ key }) => key));
  while (page.previous !== null) {
    page = await domainsPage({ ...asked, place: { key: page.previous, towards: "previous" } });
    back.unshift(page.rows.map(({ key }) => key));
  }
  return { forth, back: back.flat() };
}

describe("loading accounts", () => {
  test("each readable domain is pursued once; what is held is refused and logged (E14, E14b)", async () => {
    const { partner } = await aRegistration("held-by-jillian.com");
    const file = [
      "Index,Name,Website",
      "1,Bücher AG,https://www.bücher-load.de/shop",
      '2,"Acme, Inc",acme-load.com',
      "3,Acme again,http://shop.acme-load.com:8080/x",
      "4,Theirs,held-by-jillian.com",
      "5,Nobody,localhost",
      "6,Secret,https://jill:secret@acme-load.com/",
    ].join("\r\n");
    const first = await load(file);
    expect(first).toMatchObject({
      rows: 6,
      requested: 2,
      duplicates: 1,
      alreadyPursued: 0,
      held: { count: 1, some: [{ key: "held-by-jillian.com" }] },
      unreadable: {
        count: 2,
        some: [
          { line: 6, website: "localhost", why: "domain.single_label" },
          { line: 7, website: "", why: "website.userinfo" },
        ],
      },
      brokenAfter: null,
      progress: { waiting: 2, pursued: 0, late: 0 },
    });

    // They wait in the queue like everyone: loading again asks for nothing twice.
    expect(await load(file)).toMatchObject({ requested: 0, alreadyPursued: 2 });
    await sync();
    const again = await load(file);
    expect(again).toMatchObject({ requested: 0, alreadyPursued: 2, duplicates: 1 });
    expect(await domainAt("xn--bcher-load-9db.de")).toMatchObject({
      display: "bücher-load.de",
      holder: { portalId: null, account: "Bücher AG", reason: "Named accounts", expires: "" },
    });
    expect(await domainAt("held-by-jillian.com")).toMatchObject({ holder: { portalId: partner.portalId } });
    const { events } = await historyOf("held-by-jillian.com", null);
    expect(events.map(({ kind }) => kind).filter((kind) => kind === "pursuit-refused")).toHaveLength(3);
  });

  test("who asked earlier is served earlier, although the file was loaded before the sync", async () => {
    const partner = await aPortal();
    const id = await aContact(partner, { website: "early.com" });
    await transaction((tx) => requestRegistration(tx, partner, id));
    const { receipts } = await load("Website,Name\nearly.com,Early\nlater.com,Later");
    expect(receipts.last - receipts.first).toBe(1);
    await sync();
    expect(await domainAt("early.com")).toMatchObject({ holder: { portalId: partner.portalId } });
    expect(await domainAt("later.com")).toMatchObject({ holder: { portalId: null } });
  });

  test("what no store keeps as text is left out, and holds up nobody", async () => {
    const cutEmoji = `${"x".repeat(199)}\u{1f600}`;
    await load(`Name,Website\nNul\u0000Inc,nul-in-name.com\n${cutEmoji},cut-emoji.com\nOdd,not\u0000readable`);
    await sync();
    expect(await domainAt("nul-in-name.com")).toMatchObject({ holder: { account: "Nul Inc" } });
    expect(await domainAt("cut-emoji.com")).toMatchObject({ holder: { account: `${"x".repeat(199)}\ufffd` } });
  });

  test("where a file breaks, what stands before is loaded", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `Firm ${at},firm-${at}-${"x".repeat(40)}.com`).join("\n");
    const { brokenAfter, requested } = await load(`Name,Website\n${rows}\nBroken,"never closed\n`);
    expect(requested).toBeGreaterThan(0);
    expect(brokenAfter).toBe(requested + 1);
    await sync();
  });

  test("a file without a column Website loads nothing", async () => {
    const content = new Blob(["Name,Site\nAcme,acme.com"]).stream();
    expect(await loadAccounts(vendor, { name: "x.csv", content, reason: "Why" })).toEqual({
      ok: false,
      no: "no-website-column",
    });
  });

  test.skipIf(!isThere)(
    `${organizations}: as many pursuits as distinct registrable domains, and no more when loaded again`,
    { timeout: 120_000 },
    async () => {
      const text = readFileSync(organizations, "utf8");
      const rows = parse(text, { columns: true, bom: true });
      const keys = rows.flatMap((row) => {
        const domain = readDomain(Reflect.get(Object(row), "Website"));
        return domain.ok ? [domain.key] : [];
      });
      const before = { requests: await requests(), pursued: await pursued(), at: performance.now() };
      const first = await load(text, "organizations-10000.csv");
      const loadedMs = performance.now() - before.at;
      await sync();
      const settledMs = performance.now() - before.at - loadedMs;
      process.stdout.write(
        `${rows.length} accounts: asked in ${Math.round(loadedMs)} ms, decided in ${Math.round(settledMs)} ms\n`,
      );

      const distinct = new Set(keys).size;
      expect(first).toMatchObject({ rows: rows.length, requested: distinct, duplicates: keys.length - distinct });
      expect((await pursued()) - before.pursued).toBe(distinct);

      const asked = await requests();
      expect(asked - before.requests).toBe(distinct);
      expect(await load(text)).toMatchObject({ requested: 0, alreadyPursued: distinct });
      await sync();
      expect(await requests()).toBe(asked);
    },
  );
});

describe("searching", () => {
  test("pages by key neither skip nor repeat, forth and back, whatever list a domain stands on", async () => {
    await aRegistration("pages-held.com");
    await load(`Website\n${Array.from({ length: 23 }, (_, at) => `pages-${at}.com`).join("\n")}`);
    await sync();
    for (const key of ["pages-5.com", "pages-x.com", "pages-y.com"]) {
      await transaction((tx) =>
        excludeDomain(tx, vendor, { website: key, why: "competitor", reason: "Sells the same" }),
      );
    }
    const expected = [
      ...Array.from({ length: 23 }, (_, at) => `pages-${at}.com`),
      "pages-held.com",
      "pages-x.com",
      "pages-y.com",
    ].toSorted();
    for (const size of [1, 2, 5, 26, 100]) {
      const { forth, back } = await walk({ prefix: "pages-", filter: "all", size });
      expect(forth).toEqual(expected);
      expect(back).toEqual(expected);
    }
    expect((await walk({ prefix: "pages-", filter: "held", size: 2 })).forth).toEqual(["pages-held.com"]);
    expect((await walk({ prefix: "pages-", filter: "pursued", size: 4 })).forth).toHaveLength(23);
    expect((await walk({ prefix: "pages-", filter: "not-pursued", size: 2 })).forth).toEqual([
      "pages-5.com",
      "pages-x.com",
      "pages-y.com",
    ]);
  });

  test("the lists that the program starts with are found too, and have nobody to take them off", async () => {
    const { rows } = await domainsPage({ prefix: "hubspot.com", filter: "all", place: null, size: 10 });
    expect(rows).toMatchObject([{ key: "hubspot.com", holder: null, exclusion: { why: "own-domain", put: null } }]);
    expect((await walk({ prefix: "", filter: "not-pursued", size: 100 })).forth).toContain("gmail.com");
  });
});

describe("a domain", () => {
  test("tells who holds it, who waits, and what happened, in words", async () => {
    const { partner, id } = await aRegistration("told.com", "Brightfold");
    const other = await aPortal("Other");
    const theirs = await aContact(other, { website: "told.com" });
    await transaction((tx) => pauseSync(tx, vendor, { portalId: null, paused: true }));
    expect(await syncPausedSince()).not.toBeNull();
    const asked = await transaction((tx) => requestRegistration(tx, other, theirs));
    await sync();

    const domain = await domainAt("told.com");
    expect(standingOf(domain)).toBe("held");
    expect(domain.holder).toMatchObject({ portalId: partner.portalId, portalName: "Brightfold" });
    expect(await waitingFor("told.com")).toMatchObject([
      { receipt: asked.ok && asked.value.receipt, kind: "manual", portalName: "Other", pausedAt: null },
    ]);
    await transaction((tx) => pauseSync(tx, vendor, { portalId: null, paused: false }));
    await sync();
    expect(await syncPausedSince()).toBeNull();
    expect(await waitingFor("told.com")).toEqual([]);
    const { events, older } = await historyOf("told.com", null);
    expect(older).toBeNull();
    expect(events.map(eventInWords)).toEqual([
      expect.stringMatching(/^Request \d+ decided: unavailable, another partner holds the domain\.$/),
      "Registration requested by hand.",
      expect.stringMatching(/^Request \d+ decided: registered until \w+ \d+, \d{4}\.$/),
      "Registration requested by hand.",
    ]);
    expect(id).toBeGreaterThan(0);
  });

  test("ending a pursuit changes as many contacts as its dry run said (E15)", async () => {
    await transaction((tx) => startPursuit(tx, vendor, { website: "freed.com", account: "Freed", reason: "Wanted" }));
    await sync();
    for (const name of ["One", "Two"]) await aRegistration("freed.com", name);
    expect(standingOf(await domainAt("freed.com"))).toBe("pursued");
    expect(await unavailableAt("freed.com")).toBe(2);
    const ended = await transaction((tx) => endPursuit(tx, vendor, { key: "freed.com", reason: "Lost interest" }));
    expect(ended).toEqual({ ok: true, value: { freed: 2 } });
    expect(await unavailableAt("freed.com")).toBe(0);
    const { events } = await historyOf("freed.com", null);
    expect(events.map(eventInWords)[0]).toBe("Pursuit ended; 2 contacts available again. Lost interest");
    expect(standingOf(await domainAt("freed.com"))).toBe("free");
  });
});
