import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { GET } from "#app/api/domains/[key]/proof/route.ts";
import { aContact, sync } from "#lib/fixtures.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import { hashPassword } from "#lib/portals/commands/auth.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";

const cookies: Record<string, string> = {};

beforeAll(async () => {
  const password = "seven small boats";
  const passwordHash = await hashPassword(password);
  for (const [hubId, role] of [
    [2001, "partner"],
    [2002, "admin"],
    [2003, "channel-manager"],
  ] as const) {
    await transaction(async (tx) => {
      await createPortal(tx, { hubId, name: `Portal ${hubId}`, timeZone: "UTC", kind: "partner" });
      await createPartnerLists(tx, hubId);
      const personId = await createPerson(tx, { name: role, email: `${role}@partner.example`, passwordHash });
      await addMember(tx, { personId, portalId: hubId, role });
    });
    const answer = await signIn({ email: `${role}@partner.example`, password, address: "192.0.2.1" });
    if (!answer.ok) throw new Error(answer.no);
    cookies[role] = `dibs=${encodeURIComponent(answer.value.cookie)}`;
  }
  const partner = { personId: "p", name: "P", email: "p@partner.example", role: "partner" as const };
  const actor = { ...partner, portalId: 2001, portalName: "Portal 2001", timeZone: "UTC" };
  const id = await aContact(actor, { website: "acme.com" });
  await transaction((tx) => requestRegistrations(tx, actor, { contactIds: [id] }));
  await sync();
});

function proofOf(key: string, who?: string): Promise<Response> {
  const cookie = who === undefined ? undefined : cookies[who];
  const headers = { host: "localhost:3000", ...(cookie === undefined ? {} : { cookie }) };
  return GET(new Request(`http://localhost:3000/api/domains/${key}/proof`, { headers }), {
    params: Promise.resolve({ key }),
  });
}

test("who asked for a domain gets its proof, as a file", async () => {
  const answer = await proofOf("acme.com", "partner");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="acme.com.proof.jsonl"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const lines = (await answer.text()).trim().split("\n");
  expect(lines.map((line) => Object(JSON.parse(line)))).toMatchObject([
    { dibs: "proof", key: "acme.com" },
    { kind: "requested" },
    { kind: "decided" },
  ]);
});

describe("there is no proof", () => {
  test.each([
    ["for somebody who is signed out", "acme.com", undefined, 401],
    ["of another portal's domain", "acme.com", "admin", 404],
    ["for the vendor", "acme.com", "channel-manager", 404],
    ["of a domain that nobody asked for", "nobody.com", "partner", 404],
    ["of no domain", "", "partner", 404],
  ])("%s", async (_, key, who, status) => {
    const answer = await proofOf(key, who);
    expect(answer.status).toBe(status);
    const missing = await proofOf("missing.com", who);
    const { correlationId: _one, ...said } = Object(await answer.json());
    const { correlationId: _other, ...saidOfMissing } = Object(await missing.json());
    expect(said).toEqual(saidOfMissing);
  });
});
