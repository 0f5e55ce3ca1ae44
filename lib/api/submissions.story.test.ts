import fc from "fast-check";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { OPTIONS, POST } from "#app/api/forms/[id]/submissions/route.ts";
import { db } from "#db/client.ts";
import { form, formSubmission } from "#db/schema/forms.ts";
import { transaction } from "#db/transaction.ts";
import { aPortal } from "#lib/fixtures.ts";
import { createForm, moveForm } from "#lib/forms/commands/own-forms.ts";
import { type FormDesign, newDesign } from "#lib/forms/form.ts";
import type { Actor } from "#lib/portals/actor.ts";

// Forms that stand on websites of others, as browsers and programs send them.

let portal: Actor;
let publicId = "";
let formId = 0;

beforeAll(async () => {
  portal = await aPortal("Brightfold");
  ({ publicId, id: formId } = await aLiveForm({}));
});

async function aLiveForm(design: Partial<FormDesign>) {
  return transaction(async (tx) => {
    const name = `Contact us ${JSON.stringify(design)}`;
    const made = await createForm(tx, portal, { ...newDesign, name, ...design });
    if (!made.ok) throw new Error(made.no);
    await moveForm(tx, portal, { id: made.value.id, state: "live" });
    const [live] = await tx.select().from(form).where(eq(form.id, made.value.id));
    return { id: made.value.id, publicId: live?.publicId ?? "" };
  });
}

type Sent = { type?: string; headers?: Record<string, string>; to?: string };

let senders = 0;

function post(body: string, { type = "application/json", headers = {}, to = publicId }: Sent = {}): Promise<Response> {
  senders += 1;
  const all = { "content-type": type, "x-forwarded-for": `192.0.2.1, 198.51.100.${senders}`, ...headers };
  const request = new Request(`http://localhost/api/forms/${to}/submissions`, { method: "POST", body, headers: all });
  return POST(request, { params: Promise.resolve({ id: to }) });
}

const page = { type: "application/x-www-form-urlencoded" };

async function kept(of = formId) {
  return db.select().from(formSubmission).where(eq(formSubmission.formId, of)).orderBy(formSubmission.id);
}

function told(code: string) {
  return { code };
}

function notAsked(name: string) {
  return { code: "invalid-input", problems: { [name]: `“${name}” is nothing that this form asks for` } };
}

test("JSON is answered in JSON, from whatever website it comes, and no cookie is asked for", async () => {
  const answer = await post(
    JSON.stringify({ email: "json@posted-1.com", company: "Acme", Page: "https://acme.com/contact" }),
    {
      headers: { origin: "https://acme.com", referer: "https://acme.com/contact" },
    },
  );
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { received: true, thanks: newDesign.thanks, redirect: "" },
  ]);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  expect((await kept()).at(-1)).toMatchObject({
    state: "accepted",
    page: "https://acme.com/contact",
    referrer: "acme.com",
  });
  expect(OPTIONS().status).toBe(204);
});

test("a page is led on: to the thanks, or to where the form says", async () => {
  const body = String(new URLSearchParams({ email: "page@posted-2.com", Homepage: "" }));
  const answer = await post(body, page);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/f/${publicId}?sent=1`]);
  const elsewhere = await aLiveForm({ redirect: "https://www.acme.com/thanks" });
  const led = await post(body, { ...page, to: elsewhere.publicId });
  expect([led.status, led.headers.get("location")]).toEqual([303, "https://www.acme.com/thanks"]);
});

test("the same submission twice is one, and what is held back is answered alike", async () => {
  const before = (await kept()).length;
  const body = JSON.stringify({ email: "twice@posted-3.com", Submission: "one-and-the-same" });
  const answers = [
    await post(body),
    await post(body),
    await post(JSON.stringify({ email: "bot@posted-3.com", Homepage: "spam" })),
  ];
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect((await kept()).slice(before).map(({ state }) => state)).toEqual(["accepted", "held"]);
});

describe("what is wrong is told, and nothing is kept", () => {
  const good = '{"email":"a@b-1.com"}';
  test.each<[string, { body: string } & Sent, [status: number, told: object]]>([
    [
      "a field that is not asked for",
      { body: '{"email":"a@b-1.com","status":"REGISTERED"}' },
      [400, notAsked("status")],
    ],
    [
      "what Dibs writes",
      { body: '{"email":"a@b-1.com","registration_status":""}' },
      [400, notAsked("registration_status")],
    ],
    ["no e-mail", { body: "{}" }, [400, { problems: { email: "Email is needed: fill it in" } }]],
    ["a list for a value", { body: '{"email":["a@b-1.com"]}' }, [400, told("invalid-input")]],
    ["no object", { body: "[]" }, [400, told("invalid-input")]],
    ["no JSON", { body: "{" }, [400, told("bad-json")]],
    ["another content type", { body: "email=a@b-1.com", type: "text/plain" }, [415, told("wrong-type")]],
    ["too much", { body: JSON.stringify({ email: "x".repeat(100_000) }) }, [413, told("too-large")]],
    ["no such form", { body: good, to: "B".repeat(22) }, [404, told("not-found")]],
    ["no id", { body: good, to: "__proto__" }, [404, told("not-found")]],
  ])("%s", async (_, { body, ...sent }, answered) => {
    const before = (await kept()).length;
    const answer = await post(body, sent);
    expect([answer.status, await answer.json()]).toMatchObject(answered);
    expect(await kept()).toHaveLength(before);
  });

  test("to a person in a page, which leads back to what was typed", async () => {
    const answer = await post("email=ann+at+home&company=%3Cb%3E", page);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
    expect(await answer.text()).toContain("Email is not an e-mail address");
  });
});

test("a form that names websites takes nothing from the pages of others", async () => {
  const named = await aLiveForm({ origins: ["https://www.acme.com"] });
  const from = (origin: string) =>
    post('{"email":"ann@posted-4.com"}', { to: named.publicId, headers: { origin } }).then(({ status }) => status);
  expect([await from("https://www.acme.com"), await from("https://elsewhere.example"), await from("null")]).toEqual([
    200, 403, 403,
  ]);
});

test("too many from one address are told to wait, in words", async () => {
  const busy = await aLiveForm({ button: "Go" });
  const answers: Response[] = [];
  for (let at = 0; at < 21; at += 1) {
    const headers = { "x-forwarded-for": "203.0.113.9" };
    answers.push(await post(`{"email":"a${at}@posted-5.com"}`, { to: busy.publicId, headers }));
  }
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
  // Or the website that asked could not read it.
  expect(answers.at(-1)?.headers.get("access-control-allow-origin")).toBe("*");
  const person = { ...page, to: busy.publicId, headers: { "x-forwarded-for": "203.0.113.9" } };
  const shown = await post("email=a%40posted-5.com", person);
  expect([shown.status, await shown.text()]).toEqual([429, expect.stringContaining("Wait ten minutes")]);
  expect(await answers.at(-1)?.json()).toMatchObject({
    code: "too-many",
    message: expect.stringContaining("Wait ten minutes"),
  });
});

test("no body whatever makes the server fail", async () => {
  const odd = await aLiveForm({
    button: "Odd",
    fields: ["email", "company", "website", "numberofemployees", "phone"].map((property) => ({
      property,
      label: "",
      required: false,
    })),
  });
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("\u0000", "\ud800", "\u202e", "__proto__", "constructor", "9".repeat(400)),
  );
  const name = fc.oneof(
    fc.constantFrom(
      "company",
      "website",
      "numberofemployees",
      "Page",
      "Stamp",
      "Submission",
      "Referrer",
      "Homepage",
      "__proto__",
    ),
    text,
  );
  const fields = fc.dictionary(
    name,
    fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 2 })),
    { maxKeys: 5 },
  );
  const bodies = fc.oneof(
    fc.tuple(fields, fc.emailAddress()).map(([given, email]) => [JSON.stringify({ ...given, email }), {}] as const),
    fc
      .tuple(fc.array(fc.tuple(name, text), { maxLength: 5 }), fc.emailAddress())
      .map(([pairs, email]) => [String(new URLSearchParams([...pairs, ["email", email]])), page] as const),
    fc
      .tuple(
        text,
        fc.constantFrom("application/json", page.type, "", "multipart/form-data", "application/json; charset=utf-16"),
      )
      .map(([body, type]) => [body, { type }] as const),
  );
  for (const [body, sent] of fc.sample(bodies, { numRuns: 300, seed: 152_363 })) {
    const { status } = await post(body, { ...sent, to: odd.publicId });
    expect(status < 500 || { status, body }).toBe(true);
  }
  expect((await kept(odd.id)).length).toBeGreaterThan(20);
});
