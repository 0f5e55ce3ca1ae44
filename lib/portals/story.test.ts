import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { account, failedTry, person, session, setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now, setClock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { hashPassword } from "#lib/portals/commands/auth.ts";
import { createFirstAdmin, firstAdminCode } from "#lib/portals/commands/first-admin.ts";
import { choosePortal, endSession, endSessionsOf } from "#lib/portals/commands/sessions.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";
import { memberOf, portalsOf, sessionToken } from "#lib/portals/queries.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const password = "seven small boats";
const noon = Date.parse("2014-05-20T12:00:00Z");

const jill = { email: "jill@partner.example", password, address: "192.0.2.1" };

beforeAll(async () => {
  await prepareJobs();
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const [zone, kind] = ["Europe/London", "partner"] as const;
    await createPortal(tx, { hubId: 152_363, name: "North", timeZone: zone, kind });
    await createPortal(tx, { hubId: 152_364, name: "South", timeZone: zone, kind });
    await createPortal(tx, { hubId: 152_365, name: "Elsewhere", timeZone: zone, kind });
    const jillian = await createPerson(tx, { name: "Jillian", email: "Jill@Partner.example", passwordHash });
    await addMember(tx, { personId: jillian, portalId: 152_363, role: "partner" });
    setClock(now() + 1000);
    await addMember(tx, { personId: jillian, portalId: 152_364, role: "admin" });
    await createPerson(tx, { name: "Nobody's", email: "alone@partner.example", passwordHash });
    const other = await createPerson(tx, { name: "Otto", email: "otto@elsewhere.example", passwordHash });
    await addMember(tx, { personId: other, portalId: 152_365, role: "admin" });
  });
});

beforeEach(async () => {
  setClock(noon);
  await transaction((tx) => tx.delete(failedTry));
});

afterEach(() => setClock(undefined));

describe("a person signs in", () => {
  test("and is known on every request, in the first portal", async () => {
    expect(await memberOf(await signedIn())).toMatchObject({
      name: "Jillian",
      email: "jill@partner.example",
      role: "partner",
      portalId: 152_363,
      portalName: "North",
      timeZone: "Europe/London",
    });
  });

  test("however the e-mail is spelled", async () => {
    expect(await signIn({ ...jill, email: " JILL@partner.EXAMPLE " })).toMatchObject({ ok: true });
  });

  test.each([
    ["with a wrong password", { ...jill, password: "seven small boots" }],
    ["as a person nobody knows", { ...jill, email: "nobody@partner.example" }],
    ["without a portal", { ...jill, email: "alone@partner.example" }],
    ["with something that is no e-mail", { ...jill, email: "' or 1=1 --" }],
    ["with an endless password", { ...jill, password: "x".repeat(100_000) }],
  ])("not %s, and hears the same word", async (_, asked) => {
    expect(await signIn(asked)).toEqual({ ok: false, no: "wrong" });
  });

  test("with a password of which the database keeps argon2id alone", async () => {
    const [kept] = await db.select({ password: account.password }).from(account).limit(1);
    expect(kept?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("anew each time, with another cookie", async () => {
    expect((await signedIn()).get("cookie")).not.toBe((await signedIn()).get("cookie"));
  });
});

describe("ten failures in fifteen minutes lock", () => {
  test("the account, wherever the tries come from, and even for the right password", async () => {
    for (let each = 0; each < 10; each += 1) {
      const asked = { ...jill, password: "a wrong password", address: `192.0.2.${each}` };
      expect(await signIn(asked)).toEqual({ ok: false, no: "wrong" });
    }
    expect(await signIn({ ...jill, address: "198.51.100.1" })).toEqual({ ok: false, no: "too-many" });
    setClock(noon + 15 * minuteMs + 1);
    expect(await signIn(jill)).toMatchObject({ ok: true });
  });

  test("the address, whoever is tried from there, and nobody elsewhere", async () => {
    for (let each = 0; each < 10; each += 1) await signIn({ ...jill, email: `guess${each}@partner.example` });
    expect(await signIn(jill)).toEqual({ ok: false, no: "too-many" });
    expect(await signIn({ ...jill, address: "198.51.100.1" })).toMatchObject({ ok: true });
  });

  test("though they come all at once: ten are answered", async () => {
    const tries = Array.from({ length: 24 }, () => signIn({ ...jill, password: "a wrong password" }));
    const answers = (await Promise.all(tries)).map((answer) => (answer.ok ? "in" : answer.no));
    expect(answers.filter((answer) => answer === "wrong")).toHaveLength(10);
    expect(answers.filter((answer) => answer === "too-many")).toHaveLength(14);
  });

  test("but not when each failure is followed by a success", async () => {
    for (let each = 0; each < 11; each += 1) {
      await signIn({ ...jill, password: "a wrong password", address: `192.0.2.${each}` });
      expect(await signIn({ ...jill, address: "198.51.100.1" })).toMatchObject({ ok: true });
    }
  });

  test("and nobody reads from the table who it was", async () => {
    await signIn({ ...jill, password: "a wrong password" });
    const kept = JSON.stringify(await db.select().from(failedTry));
    expect(kept).not.toMatch(/jill|192\.0\.2/);
  });
});

describe("a session", () => {
  test("ends after an hour of silence", async () => {
    const headers = await signedIn();
    setClock(noon + hourMs - 1);
    expect(await memberOf(headers)).not.toBeNull();
    setClock(noon + 2 * hourMs);
    expect(await memberOf(headers)).toBeNull();
  });

  test("ends after twelve hours, however busy", async () => {
    const headers = await signedIn();
    for (let at = noon; at < noon + 12 * hourMs; at += 30 * minuteMs) {
      setClock(at);
      expect(await memberOf(headers)).not.toBeNull();
    }
    setClock(noon + 12 * hourMs);
    expect(await memberOf(headers)).toBeNull();
  });

  test("is written again after five minutes at the earliest", async () => {
    const headers = await signedIn();
    const written = async () => {
      const token = (await sessionToken(headers)) ?? "";
      const [row] = await db.select({ at: session.updatedAt }).from(session).where(eq(session.token, token));
      return row?.at.getTime();
    };
    setClock(noon + 5 * minuteMs - 1);
    await memberOf(headers);
    expect(await written()).toBe(noon);
    setClock(noon + 5 * minuteMs);
    await Promise.all([memberOf(headers), memberOf(headers)]);
    expect(await written()).toBe(noon + 5 * minuteMs);
  });

  test("ends with signing out, alone", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await endSession((await sessionToken(here)) ?? "");
    expect(await memberOf(here)).toBeNull();
    expect(await memberOf(there)).not.toBeNull();
  });

  test("ends with signing out everywhere, all of them", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const member = await memberOf(here);
    if (member !== null) await endSessionsOf(member);
    expect(await memberOf(here)).toBeNull();
    expect(await memberOf(there)).toBeNull();
  });

  test.each([
    ["no cookie", () => ""],
    [
      "another token under the same seal",
      (cookie: string) => cookie.replace(/=./, (start) => (start === "=A" ? "=B" : "=A")),
    ],
    ["another seal", (cookie: string) => `${cookie.slice(0, cookie.indexOf(".") + 1)}${btoa("x".repeat(32))}`],
    ["no seal", (cookie: string) => cookie.slice(0, cookie.indexOf("."))],
    ["an empty seal", (cookie: string) => cookie.slice(0, cookie.indexOf(".") + 1)],
    ["broken percent signs", () => "dibs=%zz.%"],
    ["a name that only ends alike", (cookie: string) => `x${cookie}`],
    ["the name of the other scheme", (cookie: string) => `__Host-${cookie}`],
  ])("is not opened by %s", async (_, forge) => {
    const headers = await signedIn();
    expect(await memberOf(headers)).not.toBeNull();
    headers.set("cookie", forge(headers.get("cookie") ?? ""));
    expect(await memberOf(headers)).toBeNull();
  });

  test("is not asked for in plain http's cookie when the host is not this computer", async () => {
    const headers = await signedIn();
    headers.set("host", "dibs.example");
    expect(await memberOf(headers)).toBeNull();
    headers.set("cookie", `__Host-${headers.get("cookie")}`);
    expect(await memberOf(headers)).not.toBeNull();
  });
});

describe("a person goes on in another portal", () => {
  test("of their own, in the role they have there, and the old cookie is worth nothing", async () => {
    const before = await signedIn();
    const chosen = await choose(before, 152_364);
    if (!chosen.ok) throw new Error(chosen.no);
    expect(await memberOf(withCookie(chosen.value.cookie))).toMatchObject({ portalId: 152_364, role: "admin" });
    expect(await memberOf(before)).toBeNull();
  });

  test.each([152_365, 999_999])("but not in %i, which is not theirs or not there", async (portalId) => {
    const before = await signedIn();
    expect(await choose(before, portalId)).toEqual({ ok: false, no: "portal-not-found" });
    expect(await memberOf(before)).toMatchObject({ portalId: 152_363 });
  });

  test("and sees only their own to choose from", async () => {
    const member = await memberOf(await signedIn());
    const choices = member === null ? [] : await portalsOf(member);
    expect(choices.map(({ name }) => name)).toEqual(["North", "South"]);
  });
});

describe("the first admin", () => {
  const asked = {
    portalName: "First",
    hubId: 200_000,
    timeZone: "UTC",
    name: "Ada",
    email: "ada@partner.example",
    password: "nine tall towers",
  };

  test("is made in no demo, and not where there are people", async () => {
    expect(await firstAdminCode()).toBeNull();
    await outsideTheDemo(async () => expect(await firstAdminCode()).toBeNull());
  });

  test("comes with the code, once", async () => {
    await transaction((tx) => tx.delete(person));
    await outsideTheDemo(async () => {
      const code = (await firstAdminCode()) ?? "";
      expect(code).toMatch(/^[0-9a-f]{6}(-[0-9a-f]{6}){3}$/);
      expect(await firstAdminCode()).toBe(code);
      expect(await createFirstAdmin({ ...asked, code: "000000-000000-000000-000000" })).toEqual({
        ok: false,
        no: "wrong-code",
      });

      const twice = [
        createFirstAdmin({ ...asked, code }),
        createFirstAdmin({ ...asked, email: "eve@partner.example", hubId: 200_001, code }),
      ];
      expect((await Promise.all(twice)).filter(({ ok }) => ok)).toHaveLength(1);
      expect(await createFirstAdmin({ ...asked, code })).toEqual({ ok: false, no: "wrong-code" });
      expect(await db.select({ name: setting.name }).from(setting).where(eq(setting.name, "first-admin"))).toHaveLength(
        1,
      );
    });
    expect(await db.select({ id: person.id }).from(person)).toHaveLength(1);
  });
});

async function signedIn(): Promise<Headers> {
  const answer = await signIn(jill);
  if (!answer.ok) throw new Error(answer.no);
  return withCookie(answer.value.cookie);
}

function withCookie(cookie: string): Headers {
  return new Headers({ host: "localhost:3000", cookie: `dibs=${encodeURIComponent(cookie)}` });
}

async function choose(headers: Headers, portalId: number) {
  const [token, member] = [await sessionToken(headers), await memberOf(headers)];
  if (token === undefined || member === null) throw new Error("not signed in");
  return choosePortal(token, member, portalId);
}

async function outsideTheDemo(work: () => Promise<void>): Promise<void> {
  env.DIBS_DEMO = "0";
  try {
    await work();
  } finally {
    env.DIBS_DEMO = "1";
  }
}
