import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notice } from "#db/schema/notices.ts";
import { membership } from "#db/schema/portals.ts";
import { watch } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { catchMail, type MailCatcher } from "#e2e/mail-catcher.ts";
import { setClock } from "#lib/clock.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { day } from "#lib/day.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { startWorker } from "#lib/jobs/jobs.ts";
import { pendingJobs } from "#lib/jobs/queries.ts";
import { mailNoticesTo, seeNotices } from "#lib/notices/commands/bell.ts";
import { giveUp } from "#lib/notices/commands/give-up.ts";
import { sendDigest } from "#lib/notices/commands/mail-notices.ts";
import { beginDay } from "#lib/notices/commands/remind.ts";
import { renewFeed } from "#lib/notices/commands/renew-feed.ts";
import { tell } from "#lib/notices/commands/tell.ts";
import { noticeJobs } from "#lib/notices/jobs.ts";
import { noticesPage, unseenNotices } from "#lib/notices/queries/bell.ts";
import { plannedRenewals } from "#lib/notices/queries/chosen.ts";
import { calendarEntries, expiringByDay, expiringPage, idsExpiring } from "#lib/notices/queries/expiring.ts";
import { feedOf, feedSince } from "#lib/notices/queries/feed.ts";
import { setMailServer } from "#lib/notices/queries/mail-server.ts";
import type { Span } from "#lib/notices/span.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { addMember, createPerson } from "#lib/portals/commands/set-up.ts";
import { revokeRegistration } from "#lib/registration/commands/release.ts";
import { acceptTransfer, approveTransfer, offerTransfer } from "#lib/registration/commands/transfer.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { startPursuit } from "#lib/registration/commands/pursue.ts";
import { listeners } from "#lib/worker.ts";

let made = 0;
let key = "";

beforeEach(() => {
  made += 1;
  key = `acme-${made}.com`;
  on("2014-05-06");
});
afterEach(() => {
  setClock(undefined);
  setMailServer(undefined);
});

function on(date: string, time = "12:00:00Z") {
  setClock(Date.parse(`${date}T${time}`));
}

/** A portal with somebody who signs in there. */
async function aMember(name = "Jillian"): Promise<Actor> {
  const actor = await aPortal(name);
  return joined(actor, name);
}

async function joined(actor: Actor, name: string): Promise<Actor> {
  const email = `${name.toLowerCase()}@portal-${actor.portalId}.example`;
  const personId = await transaction(async (tx) => {
    const id = await createPerson(tx, { name, email, passwordHash: "none" });
    await addMember(tx, { personId: id, portalId: actor.portalId, role: "partner" });
    return id;
  });
  return { ...actor, personId, name, email };
}

/** Registers domains of the portal today, one contact each. */
async function register(actor: Actor, ...keys: string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const each of keys) ids.push(await aContact(actor, { website: `https://www.${each}` }));
  await transaction((tx) => requestRegistrations(tx, actor, { contactIds: ids }));
  await sync();
  return ids;
}

async function newDay(date: string): Promise<void> {
  on(date, "00:00:00Z");
  await transaction(beginDay);
  await sync();
}

async function bell(actor: Actor): Promise<string[]> {
  return (await noticesPage(actor, null)).lines.map(({ words }) => words);
}

async function watching(actor: Actor, watched: string) {
  await transaction((tx) =>
    tx.insert(watch).values({ portalId: actor.portalId, key: watched, who: actor.name, since: made }),
  );
}

const soon: Span = { kind: "soon" };
const page = (actor: Actor, today: string, span: Span = soon) =>
  expiringPage(actor, { span, today: day(today), after: null });

describe("reminders (E10)", () => {
  test("a portal is told 30, 7 and 1 days before, and on the day after, each once", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    for (const quiet of ["2015-04-05", "2015-04-04"]) await newDay(quiet);
    expect(await bell(jillian)).toEqual([]);

    for (const date of ["2015-04-06", "2015-04-07", "2015-04-29", "2015-05-05", "2015-05-06", "2015-05-07"]) {
      await newDay(date);
      await newDay(date);
    }
    expect(await bell(jillian)).toEqual([
      `${key} expired. Its last day was May 6, 2015; from now on anyone may register it.`,
      `${key} expires in 1 day, on May 6, 2015.`,
      `${key} expires in 7 days, on May 6, 2015.`,
      `${key} expires in 30 days, on May 6, 2015.`,
    ]);
  });

  test("after a pause only the nearest is told, and an old expiry not at all", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    on("2014-05-20");
    await register(jillian, `later-${key}`);
    await newDay("2015-05-02");
    expect(await bell(jillian)).toEqual([
      `later-${key} expires in 18 days, on May 20, 2015.`,
      `${key} expires in 4 days, on May 6, 2015.`,
    ]);

    await newDay("2015-06-10");
    expect((await bell(jillian)).slice(0, -2)).toEqual([
      `later-${key} expired. Its last day was May 20, 2015; from now on anyone may register it.`,
    ]);
  });

  test("a renewed registration is reminded of again in the next year", async () => {
    const jillian = await aMember();
    const [contactId = 0] = await register(jillian, key);
    await newDay("2015-04-06");
    await transaction((tx) => requestRegistrations(tx, jillian, { contactIds: [contactId] }));
    await sync();
    await newDay("2016-03-07");
    expect(await bell(jillian)).toEqual([
      `${key} expires in 30 days, on Apr 6, 2016.`,
      `${key} expires in 30 days, on May 6, 2015.`,
    ]);
  });

  test("whoever has the domain again is not told that it was lost", async () => {
    const jillian = await aMember();
    const [contactId = 0] = await register(jillian, key);
    on("2015-05-07", "00:00:00Z");
    await transaction((tx) => requestRegistrations(tx, jillian, { contactIds: [contactId] }));
    await sync();
    await newDay("2015-05-07");
    expect(await bell(jillian)).toEqual([]);
  });

  test("the day begins in the registry's zone, and wakes itself for the next one", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    on("2015-04-05", "23:59:59Z");
    const before = await pendingJobs();
    await transaction(beginDay);
    await transaction(beginDay);
    await sync();
    expect(await pendingJobs()).toBe(Math.max(before, 1));
    expect(await bell(jillian)).toEqual([]);
    await newDay("2015-04-06");
    expect(await bell(jillian)).toHaveLength(1);
  });
});

describe("the bell", () => {
  test("counts what the person has not seen, until all is marked as read", async () => {
    const jillian = await aMember();
    const colleague = await joined(jillian, "Jack");
    await register(jillian, key, `b-${key}`);
    await newDay("2015-04-06");
    expect([await unseenNotices(jillian), await unseenNotices(colleague)]).toEqual([2, 2]);

    const { newest } = await noticesPage(jillian, null);
    await newDay("2015-04-29");
    await transaction((tx) => seeNotices(tx, jillian, newest));
    expect([await unseenNotices(jillian), await unseenNotices(colleague)]).toEqual([2, 4]);
    expect((await noticesPage(jillian, null)).lines.map(({ isNew }) => isNew)).toEqual([true, true, false, false]);
  });

  test("pages by key, newest first, and leads to the contact", async () => {
    const jillian = await aMember();
    const keys = Array.from({ length: 60 }, (_, at) => `n${at}-${key}`);
    const ids = await register(jillian, ...keys);
    await newDay("2015-04-06");
    const first = await noticesPage(jillian, null);
    const second = await noticesPage(jillian, first.next);
    expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 10, null]);
    const all = [...first.lines, ...second.lines];
    expect(all.map(({ contactId }) => contactId ?? 0).toSorted((a, b) => a - b)).toEqual(ids);
  });

  test("another portal's notices are not there", async () => {
    const [jillian, other] = [await aMember(), await aMember("Other")];
    await register(jillian, key);
    await newDay("2015-04-06");
    expect(await bell(other)).toEqual([]);
    expect(await unseenNotices(other)).toBe(0);
  });
});

describe("watching a domain", () => {
  test("whoever watches is told once when it is free, and watches no more", async () => {
    const [jillian, other] = [await aMember(), await aMember("Other")];
    await register(jillian, key);
    await watching(other, key);
    const ids = await idsExpiring(jillian, { kind: "later" }, day("2014-05-06"));
    expect(await giveUp(jillian, { ids, reason: "Sold" })).toBe(1);
    await sync();
    await noticeJobs["domains-freed"]({ keys: [key] });
    expect(await bell(other)).toEqual([`${key}, which you watch, is free. The first to request it will have it.`]);
    expect(await bell(jillian)).toEqual([]);
    expect(await db.select().from(watch).where(eq(watch.key, key))).toEqual([]);
  });

  test("a domain that went to the next in line is not free: the watch stays", async () => {
    const [jillian, other, third] = [await aMember(), await aMember("Other"), await aMember("Third")];
    await register(jillian, key);
    await watching(third, key);
    const ids = await idsExpiring(jillian, { kind: "later" }, day("2014-05-06"));
    await giveUp(jillian, { ids, reason: "" });
    const theirs = await aContact(other, { website: `https://${key}` });
    await transaction((tx) => requestRegistrations(tx, other, { contactIds: [theirs] }));
    const { settle } = await import("#lib/registration/commands/settle.ts");
    await settle({ key });
    await sync();
    expect(await theContact(theirs)).toMatchObject({ status: "REGISTERED" });
    expect(await bell(third)).toEqual([]);
    expect(await db.select().from(watch).where(eq(watch.key, key))).toHaveLength(1);
  });
});

async function wordsFor(actor: Actor): Promise<string[]> {
  return (await noticesPage(actor, null)).lines.map(({ words }) => words);
}

describe("what others did with a domain", () => {
  test("each side of a transfer is told what waits for it, and a revocation comes with its reason", async () => {
    const [giver, taker] = [await aMember("Giver"), await aMember("Taker")];
    const manager = await aPortal("Vendor", "channel-manager");
    await register(giver, key);
    const offer = { key, toPortal: taker.portalId, reason: "" };
    const offered = await transaction((tx) => offerTransfer(tx, giver, offer));
    if (!offered.ok) throw new Error(offered.no);
    const { id } = offered.value;
    await transaction((tx) => acceptTransfer(tx, taker, id));
    await transaction((tx) => approveTransfer(tx, manager, id));
    await transaction((tx) => revokeRegistration(tx, manager, { key, reason: "Left the programme." }));
    await sync();

    expect(await wordsFor(taker)).toEqual([
      `${key} was revoked, and its contacts went blank. Left the programme.`,
      `${key} was transferred from Hub ID ${giver.portalId} to Hub ID ${taker.portalId}.`,
      `${key} is offered to you by Hub ID ${giver.portalId}. Its page takes your answer.`,
    ]);
    expect(await wordsFor(giver)).toEqual([
      `${key} was transferred from Hub ID ${giver.portalId} to Hub ID ${taker.portalId}.`,
      `${key}: Hub ID ${taker.portalId} agrees to the transfer. It waits for the channel manager.`,
    ]);
  });
});

describe("what expires", () => {
  test("within 60 days, later, and in a week, the next one first, with its contacts", async () => {
    const jillian = await aMember();
    await register(jillian, `a-${key}`, `b-${key}`);
    await aContact(jillian, { website: `https://shop.a-${key}` });
    on("2014-07-10");
    await register(jillian, `c-${key}`);
    on("2015-03-10");

    const { rows, total } = await page(jillian, "2015-03-10");
    expect(total).toEqual({ count: 2, exact: true });
    expect(rows).toMatchObject([
      { key: `a-${key}`, fromOn: "2014-05-06", expires: "2015-05-06", contacts: 1, contact: { name: "Jillian Berry" } },
      { key: `b-${key}`, expires: "2015-05-06" },
    ]);
    expect((await page(jillian, "2015-03-10", { kind: "later" })).rows).toMatchObject([{ key: `c-${key}` }]);
    expect((await page(jillian, "2015-03-10", { kind: "week", from: day("2015-07-06") })).total.count).toBe(1);
    expect(await expiringByDay(jillian, day("2015-03-10"))).toEqual(
      new Map([
        ["2015-05-06", 2],
        ["2015-07-10", 1],
      ]),
    );
    expect(await expiringByDay(jillian, day("2014-05-01"))).toEqual(new Map([["2015-05-06", 2]]));
    expect(await page(await aMember("Other"), "2015-03-10")).toMatchObject({ total: { count: 0 }, rows: [] });
  });

  test("a hundred a page, by key, none twice and none left out", async () => {
    const jillian = await aMember();
    await register(jillian, ...Array.from({ length: 120 }, (_, at) => `p${at}-${key}`));
    const asked = { span: soon, today: day("2015-04-06") };
    const first = await expiringPage(jillian, { ...asked, after: null });
    const second = await expiringPage(jillian, { ...asked, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([100, 20, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(120);
    expect(await idsExpiring(jillian, soon, day("2015-04-06"))).toHaveLength(120);
  });
});

describe("re-registering", () => {
  test("the preview says the new date, and asking through its contact keeps the promise", async () => {
    const jillian = await aMember();
    const [contactId = 0] = await register(jillian, key);
    on("2015-04-01");
    const ids = await idsExpiring(jillian, soon, day("2015-04-01"));
    const [planned] = await plannedRenewals(jillian, ids, day("2015-04-01"));
    expect(planned).toMatchObject({
      key,
      expires: "2015-05-06",
      contacts: 1,
      renewal: { comes: "renewed", expires: "2016-04-01", contact: { id: contactId } },
    });

    await transaction((tx) => requestRegistrations(tx, jillian, { contactIds: [contactId] }));
    expect(await plannedRenewals(jillian, ids, day("2015-04-01"))).toMatchObject([{ renewal: { comes: "waiting" } }]);
    await sync();
    expect(await theContact(contactId)).toMatchObject({ status: "REGISTERED", expires: "2016-04-01" });
    expect(await plannedRenewals(jillian, ids, day("2015-04-01"))).toMatchObject([
      { renewal: { comes: "unchanged", why: "always" } },
    ]);
  });

  test("a contact that lacks data is not asked for, since it would lose its own mark; another one is", async () => {
    const jillian = await aMember();
    const [lacking = 0] = await register(jillian, key);
    on("2015-04-01");
    await transaction((tx) =>
      saveProperties(tx, jillian, { contactId: lacking, values: { firstname: "", company: "" } }),
    );
    const ids = await idsExpiring(jillian, soon, day("2015-04-01"));
    const before = await plannedRenewals(jillian, ids, day("2015-04-01"));
    expect(before).toMatchObject([{ renewal: { comes: "lacks-data", contact: { id: lacking }, lacks: ["R1", "R5"] } }]);

    const fit = await aContact(jillian, { website: `https://www.${key}/team` });
    const then = await plannedRenewals(jillian, ids, day("2015-04-01"));
    expect(then).toMatchObject([{ contacts: 1, renewal: { comes: "renewed", contact: { id: fit } } }]);
  });

  test("nothing of another portal is planned or released", async () => {
    const [jillian, other] = [await aMember(), await aMember("Other")];
    const [contactId = 0] = await register(jillian, key);
    const ids = await idsExpiring(jillian, { kind: "later" }, day("2014-05-06"));
    expect(await plannedRenewals(other, ids, day("2014-05-06"))).toEqual([]);
    expect(await giveUp(other, { ids, reason: "" })).toBe(0);
    expect(await theContact(contactId)).toMatchObject({ status: "REGISTERED" });
  });
});

describe("releasing (E11)", () => {
  test("the contacts go blank, and anyone may have the domain", async () => {
    const [jillian, other] = [await aMember(), await aMember("Other")];
    const [contactId = 0] = await register(jillian, key);
    const ids = await idsExpiring(jillian, { kind: "later" }, day("2014-05-06"));
    expect(await giveUp(jillian, { ids, reason: "Not for us" })).toBe(1);
    expect(await giveUp(jillian, { ids, reason: "Not for us" })).toBe(0);
    expect(await theContact(contactId)).toMatchObject({ status: "", expires: "" });
    const [theirs = 0] = await register(other, key);
    expect(await theContact(theirs)).toMatchObject({ status: "REGISTERED" });
  });
});

describe("the calendar", () => {
  test("its secret opens one portal's days, and a new secret shuts the old one out", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    expect(await feedSince(jillian)).toBeNull();
    const first = await transaction((tx) => renewFeed(tx, jillian));
    const feed = await feedOf(first);
    expect(feed).toEqual({ portalId: jillian.portalId, portalName: "Jillian" });
    expect(await calendarEntries({ portalId: jillian.portalId }, day("2014-05-06"))).toMatchObject([
      { key, expires: "2015-05-06", contacts: 1 },
    ]);

    const second = await transaction((tx) => renewFeed(tx, jillian));
    expect(second).not.toBe(first);
    expect([await feedOf(first), await feedOf(second)]).toEqual([undefined, feed]);
    expect(await feedOf("")).toBeUndefined();
  });

  test("it shuts when the person leaves the portal, and holds no pursuit of the vendor's", async () => {
    const vendor = await aPortal("Vendor", "channel-manager");
    await transaction((tx) => startPursuit(tx, vendor, { website: key, account: "Acme", reason: "Wanted" }));
    await sync();
    expect(await calendarEntries({ portalId: vendor.portalId }, day("2014-05-06"))).toEqual([]);

    const jillian = await aMember();
    await joined(jillian, "Jack");
    const secret = await transaction((tx) => renewFeed(tx, jillian));
    await transaction((tx) => tx.delete(membership).where(eq(membership.userId, jillian.personId)));
    expect(await feedOf(secret)).toBeUndefined();
  });
});

describe("e-mail", () => {
  let catcher: MailCatcher;

  beforeEach(async () => {
    catcher = await catchMail();
    setMailServer(mailAt(catcher.url));
  });
  afterEach(() => catcher.close());

  test("one letter a person and wake, however many notices, and none to whoever wants none", async () => {
    const jillian = await aMember("Bea");
    const quiet = await joined(jillian, "Quiet");
    await transaction((tx) => mailNoticesTo(tx, quiet, false));
    await register(jillian, key, `b-${key}`, `c-${key}`);
    await newDay("2015-04-06");
    await newDay("2015-04-06");

    expect(lettersTo(quiet)).toEqual([]);
    expect(lettersTo(jillian)).toHaveLength(1);
    const [letter = ""] = lettersTo(jillian);
    expect(letter).toContain("Subject: 3 notices for Bea");
    expect(letter).toContain(`- ${key} expires in 30 days, on May 6, 2015.`);
    expect(letter).toContain("https://dibs.example/settings#email");
    expect(letter).toMatch(/^List-Unsubscribe: <https:\/\/dibs\.example\/settings#email>/m);
    expect(letter).toMatch(/^Content-Type: text\/plain/m);
  });

  test("what one wake tells in several steps is still one letter", async () => {
    const jillian = await aMember();
    const { portalId } = jillian;
    const free = (domain: string) =>
      transaction((tx) => tell(tx, { portalId, key: domain, kind: "domain-free", about: { since: made } }));
    const { promise: othersWent, resolve: goOn } = Promise.withResolvers<void>();
    const worker = await startWorker({
      ...listeners,
      "go-on": async () => goOn(),
      remind: async () => {
        await free(key);
        // Whatever could run beside this wake by now has run when this is done.
        await transaction((tx) => enqueue(tx, "go-on", {}));
        await othersWent;
        await free(`b-${key}`);
      },
    });
    try {
      await transaction(beginDay);
      await expect.poll(() => lettersTo(jillian).length, { timeout: 20_000 }).toBe(1);
    } finally {
      await worker.stop(5000);
    }
    await sync();
    expect(lettersTo(jillian)).toHaveLength(1);
    expect(lettersTo(jillian)[0]).toContain("Subject: 2 notices for Jillian");
  });

  test("nobody who has left is written to", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    on("2015-04-06", "00:00:00Z");
    await transaction(beginDay);
    await noticeJobs.remind();
    await transaction((tx) => tx.delete(membership).where(eq(membership.userId, jillian.personId)));
    await sync();
    expect(lettersTo(jillian)).toEqual([]);
  });

  test("a mail server that is away is asked again later, and the same letter has the same name", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    setMailServer(mailAt(await nobodyThere()));
    const before = await pendingJobs();
    await newDay("2015-04-06");
    expect(await pendingJobs()).toBeGreaterThan(before);
    expect(await bell(jillian)).toHaveLength(1);

    setMailServer(mailAt(catcher.url));
    const [told] = await db
      .select({ id: notice.id })
      .from(notice)
      .where(and(eq(notice.portalId, jillian.portalId), eq(notice.key, key)));
    const digest = { personId: jillian.personId, noticeIds: [told?.id ?? 0], tries: 1 };
    await sendDigest(digest);
    await sendDigest(digest);
    const names = lettersTo(jillian).map((letter) => /^Message-ID:\s*(<\S+>)$/m.exec(letter)?.[1]);
    expect(names).toEqual([names[0], names[0]]);
    expect(names[0]).toContain(jillian.personId);
  });

  test("a mailbox that is refused for good is let go; the last try of a server that is away is told", async () => {
    const jillian = await aMember("Refused");
    const amy = await aMember("Amy");
    await register(jillian, key);
    await register(amy, `amy-${key}`);
    await newDay("2015-04-06");
    expect([lettersTo(jillian).length, lettersTo(amy).length]).toEqual([0, 1]);

    setMailServer(undefined);
    await newDay("2015-04-07");
    const [told] = await db.select({ id: notice.id }).from(notice).where(eq(notice.portalId, amy.portalId));
    setMailServer(mailAt(await nobodyThere()));
    const last = { personId: amy.personId, noticeIds: [told?.id ?? 0], tries: 7 };
    await expect(sendDigest(last)).rejects.toThrow("ECONNREFUSED");
  });

  test("who sets up a mail server later is not sent the past", async () => {
    const jillian = await aMember();
    await register(jillian, key);
    setMailServer(undefined);
    await newDay("2015-04-06");
    setMailServer(mailAt(catcher.url));
    await newDay("2015-04-07");
    expect(lettersTo(jillian)).toEqual([]);

    await newDay("2015-04-29");
    expect(await bell(jillian)).toHaveLength(2);
    expect(lettersTo(jillian)).toHaveLength(1);
    expect(lettersTo(jillian)[0]).not.toContain("30 days");
  });

  function lettersTo({ email }: Actor): string[] {
    return catcher.letters.filter((letter) => letter.includes(`RCPT TO:<${email}>`));
  }
});

function mailAt(url: string) {
  return { url, from: "Dibs <dibs@vendor.example>", home: "https://dibs.example" };
}

/** An address at which a mail server stood a moment ago. */
async function nobodyThere(): Promise<string> {
  const { url, close } = await catchMail();
  await close();
  return url;
}
