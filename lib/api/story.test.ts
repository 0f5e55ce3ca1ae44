import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { portal } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { startDraining } from "#lib/api/commands/draining.ts";
import { mutating, submitting } from "#lib/api/commands/mutating.ts";
import { readiness } from "#lib/api/commands/readiness.ts";
import { reading } from "#lib/api/queries.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { hashPassword } from "#lib/portals/commands/auth.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";

const host = "localhost:3000";
const ours = `http://${host}`;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  await prepareJobs();
  const password = "seven small boats";
  const passwordHash = await hashPassword(password);
  for (const [hubId, role] of [
    [2001, "partner"],
    [2002, "admin"],
    [2003, "channel-manager"],
  ] as const) {
    await transaction(async (tx) => {
      await createPortal(tx, { hubId, name: `Portal ${hubId}`, timeZone: "UTC", kind: "partner" });
      const personId = await createPerson(tx, { name: role, email: `${role}@partner.example`, passwordHash });
      await addMember(tx, { personId, portalId: hubId, role });
    });
    const answer = await signIn({ email: `${role}@partner.example`, password, address: "192.0.2.1" });
    if (!answer.ok) throw new Error(answer.no);
    cookies[role] = `dibs=${encodeURIComponent(answer.value.cookie)}`;
  }
});

// A resource of one portal: its own name. It stands for every door that scopes by the actor's portal.
const schema = z.strictObject({ name: z.string().max(50) });
let acted = 0;
const rename = mutating({ schema }, async ({ actor, input, params }) => {
  acted += 1;
  return transaction(async (tx) => {
    if (Number(params["portalId"]) !== actor.portalId) return { ok: false, no: "portal-not-found" };
    await tx.update(portal).set({ name: input.name }).where(eq(portal.hubId, actor.portalId));
    return { ok: true, value: input };
  });
});

const body = JSON.stringify({ name: "Renamed" });
const asPartner = () => ({ cookie: cookies["partner"] ?? "", host, origin: ours, "content-type": "application/json" });
const aSentence: unknown = expect.any(String);
const megabyte = "x".repeat(1_000_000);

type Scenario = {
  headers?: Record<string, string | undefined>;
  body?: BodyInit | null;
  of?: number;
  status: number;
  code?: string;
};

describe("who writes, from where, and what", () => {
  beforeEach(() => {
    acted = 0;
  });

  test.each<[string, Scenario]>([
    ["a member, from our own page", { status: 200 }],
    [
      "a member whose browser says same-origin and sends no Origin",
      { headers: { origin: undefined, "sec-fetch-site": "same-origin" }, status: 200 },
    ],
    [
      "a charset beside the content type",
      { headers: { "content-type": "application/json; charset=utf-8" }, status: 200 },
    ],
    ["nobody", { headers: { cookie: undefined }, status: 401, code: "signed-out" }],
    ["a forged cookie", { headers: { cookie: "dibs=abc.def" }, status: 401, code: "signed-out" }],
    ["no Origin", { headers: { origin: undefined }, status: 403, code: "foreign-origin" }],
    ["another Origin", { headers: { origin: "https://evil.example" }, status: 403, code: "foreign-origin" }],
    [
      "another port of this host",
      { headers: { origin: "http://localhost:4000" }, status: 403, code: "foreign-origin" },
    ],
    ["a hidden Origin", { headers: { origin: "null" }, status: 403, code: "foreign-origin" }],
    [
      "an Origin that X-Forwarded-Host echoes",
      {
        headers: { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
        status: 403,
        code: "foreign-origin",
      },
    ],
    ["a cross-site request", { headers: { "sec-fetch-site": "cross-site" }, status: 403, code: "foreign-origin" }],
    [
      "a request from a neighbouring host",
      { headers: { "sec-fetch-site": "same-site" }, status: 403, code: "foreign-origin" },
    ],
    ["plain text", { headers: { "content-type": "text/plain" }, status: 415, code: "wrong-type" }],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, status: 415, code: "wrong-type" }],
    ["no content type", { headers: { "content-type": undefined }, status: 415, code: "wrong-type" }],
    ["two megabytes without a length", { body: streamOf([megabyte, megabyte]), status: 413, code: "too-large" }],
    ["a length beyond the limit", { headers: { "content-length": "2000000" }, status: 413, code: "too-large" }],
    ["less than the length promised", { headers: { "content-length": "2000" }, status: 400, code: "cut-off" }],
    ["a body that breaks off", { body: brokenStream(), status: 400, code: "cut-off" }],
    ["nothing", { body: null, status: 400, code: "bad-json" }],
    ["half of a JSON", { body: '{"name":', status: 400, code: "bad-json" }],
    ["bytes that are not UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]), status: 400, code: "bad-json" }],
    ["a hundred thousand brackets", { body: "[".repeat(100_000), status: 400, code: "bad-json" }],
    [
      "an unknown property",
      { body: '{"name":"x","registration_status":"REGISTERED"}', status: 400, code: "invalid-input" },
    ],
    ["a prototype", { body: '{"name":"x","__proto__":{"admin":true}}', status: 400, code: "invalid-input" }],
    ["an object for a text", { body: '{"name":{"a":1}}', status: 400, code: "invalid-input" }],
    ["a list", { body: "[]", status: 400, code: "invalid-input" }],
    ["another's portal", { of: 2002, status: 404, code: "not-found" }],
    ["a portal that is not there", { of: 9999, status: 404, code: "not-found" }],
  ])("%s", async (_, scenario) => {
    const response = await rename(aRequest(scenario), {
      params: Promise.resolve({ portalId: String(scenario.of ?? 2001) }),
    });
    const told: unknown = await response.json();
    expect(response.status).toBe(scenario.status);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const correlationId = response.headers.get("x-correlation-id");
    expect(correlationId).toMatch(/^[0-9a-f-]{36}$/);
    const refusal = { code: scenario.code, message: aSentence, correlationId };
    expect(told).toEqual(scenario.code === undefined ? { name: "Renamed" } : refusal);
    expect(acted).toBe(scenario.code === undefined || scenario.of !== undefined ? 1 : 0);
  });

  test("a property that is not the caller's to set is refused by its name", async () => {
    const response = await rename(aRequest({ body: '{"name":"x","status":1}', status: 400 }));
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('"status"') });
  });

  test("a foreign thing answers exactly like a missing one", async () => {
    const [foreign, missing] = await Promise.all(
      ["2002", "9999"].map(async (portalId) => {
        const response = await rename(aRequest({ status: 404 }), { params: Promise.resolve({ portalId }) });
        return (await response.text()).replace(/"correlationId":"[^"]*"/, "");
      }),
    );
    expect(foreign).toBe(missing);
  });

  test("nobody's portal was changed but the caller's", async () => {
    const names = await db.select({ hubId: portal.hubId, name: portal.name }).from(portal).orderBy(portal.hubId);
    expect(names.map(({ name }) => name)).toEqual(["Renamed", "Portal 2002", "Portal 2003"]);
  });
});

describe("who reads", () => {
  const sales = reading(async ({ actor }) => ({ ok: true, value: actor.portalId }), { roles: ["channel-manager"] });

  test.each([
    ["channel-manager", 200],
    ["partner", 404],
    ["admin", 404],
    ["nobody", 401],
  ])("%s gets %i from what is the vendor's", async (role, status) => {
    expect((await sales(new Request(`${ours}/api/x`, { headers: { host, cookie: cookies[role] ?? "" } }))).status).toBe(
      status,
    );
  });

  test("an answer of the handler's own keeps its headers, and one with an ETag may be asked for again", async () => {
    const tagged = reading(
      async () => new Response("[]", { headers: { etag: '"1"', "content-type": "application/json" } }),
    );
    const { headers } = await tagged(
      new Request(`${ours}/api/x`, { headers: { host, cookie: cookies["partner"] ?? "" } }),
    );
    expect([headers.get("etag"), headers.get("cache-control")]).toEqual(['"1"', "private, no-cache"]);
  });

  test.each([
    ["a fault of ours", new Error("select * from secret where email = 'jill@partner.example'"), 500, "fault"],
    [
      "a full disk",
      new Error("failed", { cause: Object.assign(new Error("disk"), { code: "SQLITE_FULL" }) }),
      503,
      "cannot-write",
    ],
  ])("%s is told without its insides", async (_, fault, status, code) => {
    const failing = reading(async () => Promise.reject(fault));
    const response = await failing(
      new Request(`${ours}/api/x`, { headers: { host, cookie: cookies["partner"] ?? "" } }),
    );
    const told = await response.text();
    expect([response.status, told.includes(code), told.includes("secret")]).toEqual([status, true, false]);
  });
});

describe("a plain form", () => {
  const prefer = submitting({ schema: z.strictObject({ theme: z.enum(["light", "dark"]) }) }, async ({ input }) => {
    const headers = new Headers({ location: "/" });
    headers.append("set-cookie", `theme=${input.theme}`);
    headers.append("set-cookie", "other=1");
    return new Response(null, { status: 303, headers });
  });

  test.each([
    ["theme=dark", {}, 303],
    ["theme=pink", {}, 400],
    ["theme=dark&theme2=x", {}, 400],
    ["theme=dark", { origin: "https://evil.example" }, 403],
    ["theme=dark", { "content-type": "text/plain" }, 415],
  ])("of %s with %j answers %i", async (text, headers, status) => {
    const form = { ...asPartner(), cookie: "", "content-type": "application/x-www-form-urlencoded", ...headers };
    const response = await prefer(new Request(`${ours}/api/x`, { method: "POST", headers: form, body: text }));
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual(status === 303 ? ["theme=dark", "other=1"] : []);
  });
});

describe("readiness", () => {
  test("says that the database can be written, durably, by this program", async () => {
    expect(await readiness()).toEqual({
      ready: true,
      draining: false,
      writable: true,
      schemaCurrent: true,
      durable: true,
      queueAgeMs: expect.any(Number),
    });
  });

  test("says no while the program drains", async () => {
    startDraining();
    expect(await readiness()).toMatchObject({ ready: false, draining: true, writable: true });
  });
});

function aRequest(scenario: Scenario): Request {
  const headers = Object.entries({ ...asPartner(), ...scenario.headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const content = scenario.body === undefined ? body : scenario.body;
  // undici names the type of a text by itself; a request without a type has to bring bytes.
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const sent: RequestInit & { duplex: "half" } = { method: "POST", headers, body: bytes, duplex: "half" };
  return new Request(`${ours}/api/portals`, sent);
}

function streamOf(pieces: string[]): ReadableStream {
  return new Blob(pieces).stream();
}

function brokenStream(): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.error(new Error("the line broke")) });
}
