import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { digest } from "#lib/sales/commands/digest.ts";
import { excludeDomain } from "#lib/sales/commands/not-pursued.ts";
import { proofOf } from "#lib/sales/queries/proof.ts";

const folder = mkdtempSync(join(tmpdir(), "dibs-proof-"));
const script = join(folder, "verify-proof.mjs");

let first: Actor;
let second: Actor;
let vendor: Actor;
let whole: string;

async function ask(actor: Actor, key: string, given: Record<string, string> = {}): Promise<void> {
  const contactId = await aContact(actor, { website: `www.${key}`, email: `${actor.portalId}@mail-${key}`, ...given });
  await transaction((tx) => requestRegistrations(tx, actor, { contactIds: [contactId] }));
  await sync();
}

async function proof(actor: Actor, key = "acme.com"): Promise<string> {
  const pieces = await proofOf(actor, key);
  if (pieces === undefined) throw new Error("no proof");
  return (await Array.fromAsync(pieces)).join("");
}

function check(...files: string[]): { code: number | null; said: string } {
  const paths = files.map((text, at) => {
    const path = join(folder, `${at}.jsonl`);
    writeFileSync(path, text);
    return path;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...paths], { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

beforeAll(async () => {
  const page = readFileSync("docs/verify-a-proof.md", "utf8");
  const source = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  writeFileSync(script, source);

  setClock(Date.parse("2014-05-06T12:00:00Z"));
  [first, second, vendor] = [await aPortal("First"), await aPortal("Second"), await aPortal("V", "channel-manager")];
  await ask(second, "unrelated.com");
  await ask(first, "acme.com", { firstname: "Zoë \u{1f600}", company: 'A "B" <C>' });
  await ask(second, "acme.com");
  await ask(second, "secret-plans.com");
  await transaction((tx) =>
    startPursuit(tx, vendor, { website: "acme.com", account: "Big deal", reason: "Enterprise" }),
  );
  await transaction((tx) =>
    excludeDomain(tx, vendor, { website: "acme.com", why: "competitor", reason: "They sell it" }),
  );
  await ask(first, "other.com");
  whole = await proof(first);
});
afterAll(() => setClock(undefined));

describe("a stranger with the script of the docs", () => {
  test("has at most 50 lines to read", () => {
    expect(readFileSync(script, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(50);
  });

  test("finds an untouched proof proven, and reads the order of events", () => {
    const { code, said } = check(whole);
    expect(
      said
        .trim()
        .split("\n")
        .map((line) => line.slice(0, 60)),
    ).toMatchObject(
      [
        /^3 .*First Person: requested/,
        /^4 .*Sales database: decided/,
        /^5 +sealed +another partner/,
        /^6 +sealed +another partner/,
        /the vendor: pursuit-refused/,
        /the vendor: not-pursued/,
        /^PROVEN: 6 events of acme.com, none left out/,
      ].map((line) => expect.stringMatching(line)),
    );
    expect(code).toBe(0);
  });

  test("finds a later proof of the same log, of whomever, in accord with an older one", async () => {
    await ask(first, "later.com");
    expect(check(await proof(second), whole)).toMatchObject({ code: 0 });
    expect(check(await proof(second, "unrelated.com"), whole)).toMatchObject({ code: 0 });
  });

  const Line = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]);
  type Line = z.infer<typeof Line>;
  type Tampering = (lines: Line[]) => Line[];
  const linesOf = (text: string) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => Line.parse(JSON.parse(line)));
  const at =
    (place: number, change: Line): Tampering =>
    (lines) =>
      lines.toSpliced(place, 1, Array.isArray(change) ? change : Object.assign({}, lines[place], change));

  // Line 0 tells of the file; 1 and 2 are own, 3 and 4 sealed, 5 and 6 of another domain, 7 and 8 the vendor's.
  test.each<[string, Tampering, string]>([
    ["an own event was changed", at(1, { after: { kind: "automatic" } }), "do not lead"],
    ["an event was dated back", at(1, { at: 1 }), "do not lead"],
    ["the vendor's event tells of something else", at(7, { kind: "pursuit-ended" }), "do not lead"],
    ["a sealed event was replaced", at(3, { head: digest("x") }), "do not lead"],
    ["an event is missing", (lines) => lines.toSpliced(3, 1), "left out"],
    ["two events changed places", (lines) => lines.toSpliced(1, 2, ...lines.slice(1, 3).toReversed()), "left out"],
    ["the end was cut off", (lines) => lines.slice(0, -1), "do not lead"],
    [
      "an event of the domain passes for one of another, its two digests as one",
      (lines) => {
        const keySecret = Reflect.get(Object(lines[0]), "keySecret");
        return at(3, [`${digest(`${String(keySecret)}\n5`).slice(0, 22)}\n${digest("x")}`])(lines);
      },
      "left out",
    ],
    [
      "an event of the domain passes for one of another",
      (lines) => {
        const keySecret = Reflect.get(Object(lines[0]), "keySecret");
        return at(3, [digest(`${String(keySecret)}\n5`).slice(0, 22), digest("x")])(lines);
      },
      "left out",
    ],
    ["an event was called another domain's", at(1, { key: "else.com" }), "another domain"],
    ["another domain is proven with the same events", at(0, { keySecret: "x" }), "do not lead"],
    ["the head is another", at(0, { head: { number: 20, link: "x" } }), "do not lead"],
  ])("finds that %s", (_, tamper, why) => {
    const text = tamper(linesOf(whole))
      .map((line) => `${JSON.stringify(line)}\n`)
      .join("");
    const { code, said } = check(text);
    expect(said).toContain(why);
    expect(code).toBe(1);
  });

  test("finds that the whole log was rewritten, beside an older proof", () => {
    const [about, ...rest] = whole.split("\n");
    const older = JSON.stringify({
      ...Object(JSON.parse(about ?? "")),
      head: { number: 4, link: digest("as it was") },
    });
    expect(check(whole, [older, ...rest].join("\n"))).toMatchObject({
      code: 1,
      said: expect.stringContaining("rewritten"),
    });
  });
});

describe("what a proof gives away", () => {
  test("nothing of other portals, other domains, or the vendor's reasons", async () => {
    const others = await db.select().from(event).where(eq(event.portalId, second.portalId));
    const secrets = [
      "unrelated",
      "secret-plans",
      "Second",
      "mail-",
      "Big deal",
      "Enterprise",
      "They sell it",
      "V Person",
    ];
    for (const secret of [...secrets, `:${second.portalId}`, ...others.map(({ contactId }) => `:${contactId},`)]) {
      expect(whole).not.toContain(secret);
    }
    // The other way round the same file shows the other side, and not this one.
    const theirs = await proof(second);
    expect(theirs).toContain("Second Person");
    expect(theirs).not.toContain("First Person");
  });

  test("no digest of anything that can be guessed: whoever knows an event by heart does not find it", async () => {
    const events = await db.select().from(event);
    const guesses = events.flatMap(({ number, at, kind, portalId, key, contactId, who, before, after }) => {
      const [head, body] = [
        [number, at, kind, portalId, key],
        [contactId, who, before, after],
      ].map((half) => JSON.stringify(half));
      return [key, head ?? "", body ?? "", `${key}\n${number}`, `\n${head}`, `\n${body}`];
    });
    for (const guess of guesses) expect(whole).not.toContain(digest(guess).slice(0, 22));
  });

  test("no two events of another domain can be told to belong together", () => {
    const pairs = whole.split("\n").filter((line) => line.startsWith("["));
    expect(pairs.length).toBeGreaterThan(3);
    expect(new Set(pairs.join().match(/[\w-]{22,}/g)).size).toBe(pairs.length * 2);
  });

  test("to a portal that never asked for the domain there is no proof, as for a domain that nobody knows", async () => {
    expect(await proofOf(first, "secret-plans.com")).toBeUndefined();
    expect(await proofOf(first, "nobody-knows.com")).toBeUndefined();
    expect(await proofOf(first, "")).toBeUndefined();
    expect(await proofOf(vendor, "acme.com")).toBeUndefined();
  });

  test("a portal that lost the domain keeps its proof, and sees the vendor's pursuit come and go", async () => {
    await ask(second, "short.com", { website: "short.com" });
    setClock(Date.parse("2015-05-07T00:00:00Z"));
    await transaction((tx) => startPursuit(tx, vendor, { website: "short.com", account: "A", reason: "R" }));
    await sync();
    await transaction((tx) => endPursuit(tx, vendor, { key: "short.com", reason: "R" }));
    const { code, said } = check(await proof(second, "short.com"));
    expect(said).toMatch(/expired[\s\S]*the vendor: pursuit-started[\s\S]*the vendor: pursuit-ended[\s\S]*PROVEN/);
    expect(code).toBe(0);
  });
});
