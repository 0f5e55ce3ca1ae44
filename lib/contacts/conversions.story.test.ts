import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "#app/api/conversions/route.ts";
import { db } from "#db/client.ts";
import { conversion } from "#db/schema/contacts.ts";
import { conversionSecretOf } from "#lib/contacts/commands/verify-submission.ts";
import { aContact, aPortal, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";

let portal: Actor;
let other: Actor;
let sent = 0;

beforeAll(async () => {
  [portal, other] = [await aPortal("Brightfold"), await aPortal("Fernbank")];
});

type Body = Readonly<Record<string, unknown>>;

function aSubmission(email: string): Body {
  sent += 1;
  const page = "https://www.brightfold.example/contact";
  return { portalId: portal.portalId, email, form: "Contact us", page, submissionId: `sent-${sent}` };
}

async function signed(text: string, portalId = portal.portalId): Promise<string> {
  const digits = createHmac("sha256", await conversionSecretOf(portalId))
    .update(text)
    .digest("hex");
  return `sha256=${digits}`;
}

async function post(text: string, signature: string | null, contentType = "application/json"): Promise<Response> {
  const headers = new Headers({ "content-type": contentType });
  if (signature !== null) headers.set("x-dibs-signature", signature);
  return POST(new Request("http://localhost/api/conversions", { method: "POST", body: text, headers }));
}

async function send(body: Body): Promise<Response> {
  const text = JSON.stringify(body);
  return post(text, await signed(text));
}

async function conversionsKept(contactId: number): Promise<number> {
  return (await db.select().from(conversion).where(eq(conversion.contactId, contactId))).length;
}

test("a form on the partner's own site is a conversion, and registers a complete contact by itself", async () => {
  const email = "jillian@acme-forms.com";
  const id = await aContact(portal, { email, website: "acme-forms.com" });
  const answer = await send(aSubmission(email));
  expect([answer.status, await answer.json()]).toEqual([200, { contactId: String(id), counted: true }]);
  expect(await theContact(id)).toMatchObject({ conversions: 1, trigger: "conversion" });

  await sync();
  expect((await theContact(id)).status).toBe("REGISTERED");
  expect(await sizes(portal)).toMatchObject({ registered: 1 });
});

test("the same submission twice is one conversion", async () => {
  const email = "once@acme-once.com";
  const id = await aContact(portal, { email });
  const body = aSubmission(email);
  await send(body);
  const again = await send(body);
  expect([again.status, await again.json()]).toEqual([200, { contactId: String(id), counted: false }]);
  expect(await conversionsKept(id)).toBe(1);
});

test("two forms at the same moment are two conversions, and one that is sent twice at the same moment is one", async () => {
  const email = "twice@acme-twice.com";
  const id = await aContact(portal, { email });
  const [one, second] = [aSubmission(email), aSubmission(email)];
  const answers = await Promise.all([one, second, one].map(send));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await conversionsKept(id)).toBe(2);
  expect((await theContact(id)).conversions).toBe(2);
});

describe("whoever cannot sign for the portal gets one and the same answer, and nothing is kept", () => {
  let id = 0;
  let body: Body = {};
  let text = "";
  beforeAll(async () => {
    id = await aContact(portal, { email: "signed@acme-signed.com" });
    body = aSubmission("signed@acme-signed.com");
    text = JSON.stringify(body);
  });

  const told = {
    code: "signed-out",
    message: "The signature is missing, or is not that of this portal for this body.",
  };

  test.each<[string, () => Promise<Response>]>([
    ["no signature", async () => post(text, null)],
    ["no digits", async () => post(text, "sha256=")],
    ["another kind of signature", async () => post(text, (await signed(text)).replace("sha256", "sha1"))],
    [
      "one digit changed",
      async () =>
        post(
          text,
          (await signed(text)).replace(/.$/, (last) => (last === "0" ? "1" : "0")),
        ),
    ],
    ["the signature of another body", async () => post(text, await signed(`${text} `))],
    ["the secret of another portal", async () => post(text, await signed(text, other.portalId))],
    [
      "a portal that is not there",
      async () => post(JSON.stringify({ ...body, portalId: 999_999 }), await signed(text)),
    ],
    ["no portal", async () => post(JSON.stringify({ ...body, portalId: "all" }), await signed(text))],
    ["no object", async () => post("[]", await signed("[]", 0))],
  ])("%s", async (_, sending) => {
    const answer = await sending();
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining(told)]);
    expect(await conversionsKept(id)).toBe(0);
  });
});

describe("a body that does not say what it should", () => {
  test.each<[string, (good: Body) => Body]>([
    ["something more", (good) => ({ ...good, status: "REGISTERED" })],
    ["no e-mail", (good) => ({ ...good, email: " " })],
    ["no submission", (good) => ({ ...good, submissionId: undefined })],
    ["a list for a form", (good) => ({ ...good, form: ["Contact us"] })],
    ["a page that is too long", (good) => ({ ...good, page: "x".repeat(2_001) })],
    ["a NUL", (good) => ({ ...good, form: "Contact\u0000us" })],
  ])("%s", async (_, spoiled) => {
    const answer = await send(spoiled(aSubmission("signed@acme-signed.com")));
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: "invalid-input" }]);
  });

  test("no JSON", async () => {
    expect((await post("{", await signed("{"))).status).toBe(400);
  });

  test("more than a megabyte, whoever signed it", async () => {
    const text = JSON.stringify({ ...aSubmission("signed@acme-signed.com"), form: "x".repeat(1_000_000) });
    expect((await post(text, await signed(text))).status).toBe(413);
  });

  test("another content type", async () => {
    const text = JSON.stringify(aSubmission("signed@acme-signed.com"));
    expect((await post(text, await signed(text), "text/plain")).status).toBe(415);
  });
});

test("nobody of that e-mail: also when another portal has one", async () => {
  await aContact(other, { email: "elsewhere@acme-elsewhere.com" });
  const answers = await Promise.all(
    ["elsewhere@acme-elsewhere.com", "nobody@nowhere.com"].map((email) => send(aSubmission(email))),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
