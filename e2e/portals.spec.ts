import { isDeepStrictEqual } from "node:util";
import type { APIResponse, Page } from "@playwright/test";
import fc from "fast-check";
import { expect, type Person, test } from "./fixtures.ts";
import { otherRoutes, pageRoutes } from "./routes.ts";
import { ownOrigin, type Things, upload } from "./things.ts";

// What of somebody else's stands behind each route with an id. A route that is not named here fails the first test.
const foreign: Record<string, keyof Things> = {
  "/contacts/[id]": "contact",
  "/contacts/[id]/merge": "contact",
  "/lists/[id]": "list",
  "/lists/[id]/edit": "ownList",
  "/requests/[id]": "batch",
  "/bulk/[id]": "bulk",
  "/imports/[id]": "import",
  "/domains/[key]": "domain",
  "/domains/accounts/[number]": "load",
  "/settings/properties/[id]": "property",
  "/forms/[id]": "form",
  "/api/contacts/[id]": "contact",
  "/api/contacts/[id]/preview": "contact",
  "/api/contacts/[id]/photo": "contact",
  "/api/batches/[id]": "batch",
  "/api/bulk/[id]": "bulk",
  "/api/bulk/[id]/result.csv": "bulk",
  "/api/domains/[key]/proof": "domain",
  "/api/imports/[id]": "import",
  "/api/imports/[id]/failed.csv": "import",
};
// No thing of a portal stands behind it: who has the secret may read. e2e/expiry.spec.ts looks at it.
const bySecret = "/api/calendar/[secret]";
// How a domain stands may be looked up by everyone, but not who holds it: e2e/domains.spec.ts.
const everyones = "/registration/[key]";
// Who has the token may read, signed in or not: e2e/record.spec.ts looks at it.
const byToken = "/p/[token]";
// For the visitors of a portal's website: e2e/forms.spec.ts.
const hostedForm = "/f/[id]";
const submissions = "/api/forms/[id]/submissions";
const everybodys = new Set([bySecret, everyones, byToken, hostedForm, submissions]);
const hasId = (route: string) => route.includes("[") && !everybodys.has(route);
const strangers = ["priya", "amelia", "chidi"] as const;

// Answered without a session: the first two to whoever looks after the server, the last to every browser.
const open = new Set(["/api/health/live", "/api/health/ready", "/icon.svg"]);
// Written without one: the first is signed instead, the second is a cookie of the browser's own. What a stranger sends with a
// form (`submissions`) is taken from everywhere.
const signed = "/api/conversions";
const cookie = "/api/preferences";

const methods = ["POST", "PUT", "PATCH", "DELETE"];

// Who sees a page at all; what is not named here is for everyone who is signed in.
const vendorsPages = new Set([
  "/domains",
  "/domains/[key]",
  "/domains/accounts",
  "/domains/accounts/[number]",
  "/domains/transfers",
  "/policy",
]);
const adminsPages = new Set(["/review", "/settings/properties/new"]);

test("every route with an id is in the matrix", () => {
  expect(Object.keys(foreign).toSorted()).toEqual([...pageRoutes, ...otherRoutes].filter(hasId).toSorted());
});

for (const [route, kind] of Object.entries(foreign))
  test(`${route} of another portal is answered as one that is not there`, async ({ visit, things }) => {
    for (const who of strangers.filter((each) => each !== "chidi" || !vendorsPages.has(route))) {
      const { request } = await visit(who);
      // As a page, and as the browser asks for it after a click: there Next.js says "not found" in the body.
      for (const headers of [{}, { rsc: "1" }]) {
        const ask = async (id: string) => shapeOf(await request.get(pathOf(route, id), { headers }), id);
        const missing = missingLike(things[kind]);
        const [before, theirs] = [await ask(missing), await ask(things[kind])];
        // The frame has live numbers. What changes in between has changed for the one asked for last, too.
        expect(theirs).toEqual(isDeepStrictEqual(theirs, before) ? before : await ask(missing));
        if (!("rsc" in headers)) expect(theirs.status).toBe(404);
      }
    }
  });

test("writing to what is another portal's is answered as if it were not there, and changes nothing", async ({
  visit,
  things,
  carla,
}) => {
  const before = await recordOf(carla, things.contact);
  const missing = missingLike(things.contact);
  for (const who of strangers) {
    const page = await visit(who);
    await page.goto("/");
    const headers = ownOrigin(page);
    const patch = (id: string) =>
      page.request.patch(`/api/contacts/${id}`, { headers, data: { properties: { firstname: "Mallory" } } });
    const ask = (contactId: string) => page.request.post("/api/requests", { headers, data: { contactId } });
    for (const write of [patch, ask]) {
      const theirs = await shapeOf(await write(things.contact), things.contact);
      expect(theirs).toEqual(await shapeOf(await write(missing), missing));
      expect(theirs.status).toBe(404);
    }
  }
  expect(await recordOf(carla, things.contact)).toEqual(before);
});

// The forms of a page of one's own, sent with the id of somebody else's thing.
const forms = {
  "Request Registration": { kind: "contact", of: { hasText: "Registration Action" } },
  "Save of the properties": { kind: "contact", of: { hasText: "First Name" } },
  "Close as": { kind: "contact", of: { hasText: "Opportunity" } },
  "Opt Out of Email": { kind: "contact", of: { hasText: "Reason (optional)" } },
  "Delete contact": { kind: "contact", of: { hasText: "Delete contact" } },
  Import: { kind: "import", of: { hasText: "Match columns" } },
  "Delete this file": { kind: "import", of: { hasText: "without importing it" } },
} as const;

for (const [name, { kind, of }] of Object.entries(forms))
  test(`the form ${name} does nothing to another portal's ${kind}`, async ({ visit, things, carla }) => {
    const before = await everythingOf(carla, things);
    const ends: string[] = [];
    for (const id of [things[kind], missingLike(things[kind])]) {
      const page = await visit("priya", { javaScriptEnabled: false });
      await openOwn(page, kind);
      const form = page.getByRole("main").locator("form").filter(of).last();
      await form.locator(`input[name="${kind}Id"]`).evaluate((input, value) => input.setAttribute("value", value), id);
      const sent = page.waitForRequest((request) => request.method() === "POST");
      await form.evaluate((element) => element instanceof HTMLFormElement && element.requestSubmit());
      expect((await sent).postData()).toContain(id);
      const answer = await (await sent).response();
      ends.push(`${answer?.status()} ${answer?.headers()["location"]}`.replaceAll(id, "ID"));
    }
    expect(ends[0]).toBe(ends[1]);
    expect(await everythingOf(carla, things)).toEqual(before);
  });

/** A contact or a file of one's own. */
async function openOwn(page: Page, kind: "contact" | "import"): Promise<void> {
  await page.goto(kind === "contact" ? "/contacts?q=jillian+day" : "/imports");
  if (kind === "import") return void (await page.goto(`/imports/${await upload(page)}`));
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.goto(`${page.url()}?view=properties&group=contact`);
}

test("a bulk request that names another portal's contacts asks for nobody", async ({ priya, things, carla }) => {
  const before = await everythingOf(carla, things);
  await priya.goto(`/requests/new?ids=${things.contact}`);
  await expect(priya.getByRole("main")).not.toContainText("will be requested");

  await priya.goto("/contacts?q=jillian+day");
  await priya.getByRole("checkbox", { name: /Jillian Day/ }).check();
  await priya.getByRole("button", { name: "Request registration for 1 contact" }).click();
  await priya.getByLabel(/^Also ask for/).check();
  await priya.locator('input[name="selection"]').evaluate((input, id) => {
    const selection: object = JSON.parse(input.getAttribute("value") ?? "{}");
    input.setAttribute("value", JSON.stringify({ ...selection, ids: [Number(id)] }));
  }, things.contact);
  await priya.getByRole("button", { name: /^Request registration for/ }).click();
  await expect(priya.getByText("Finished: nobody had to be asked for.")).toBeVisible();
  expect(await everythingOf(carla, things)).toEqual(before);
});

test("a bulk change that names another portal's contacts changes none of them", async ({ bram, things, carla }) => {
  const before = await everythingOf(carla, things);
  const own = await firstContact(bram);
  for (const path of ["/bulk/edit?property=city&value.city=Berlin&look=1", "/bulk/delete?wait=1"]) {
    await bram.goto(`${path}&ids=${things.contact}`);
    await expect(bram.getByText("It is not, or no longer, in your portal.")).toBeVisible();
    await expect(bram.getByRole("button", { name: /^(Change|Delete) 1 contact/ })).toHaveCount(0);

    await bram.goto(`${path}&ids=${own}`);
    await bram.locator('input[name="selection"]').evaluate((input, id) => {
      const selection: object = JSON.parse(input.getAttribute("value") ?? "{}");
      input.setAttribute("value", JSON.stringify({ ...selection, ids: [Number(id)] }));
    }, things.contact);
    await bram.getByRole("button", { name: /^(Change|Delete) 1 contact/ }).click();
    await expect(bram.getByText("Finished.")).toBeVisible();
    await expect(bram.getByRole("table", { name: "Contacts refused" })).toContainText("in your portal");
  }
  expect(await everythingOf(carla, things)).toEqual(before);
});

test("the form Undo does nothing to another portal's bulk change", async ({ bram, things, carla }) => {
  const progress = async () => (await carla.request.get(`/api/bulk/${things.bulk}`)).json();
  const before = await progress();
  await bram.goto(`/bulk/edit?property=city&value.city=Berlin&look=1&ids=${await firstContact(bram)}`);
  await bram.getByRole("button", { name: "Change 1 contact" }).click();
  // While it runs there is another form, Cancel, with a field of the same name.
  const undo = bram.getByRole("button", { name: "Undo for 1 contact" });
  const form = bram.locator("form").filter({ has: undo });
  await form.locator('input[name="changeId"]').evaluate((input, id) => input.setAttribute("value", id), things.bulk);
  await undo.click();
  await expect(bram.getByRole("heading", { name: "Not found" })).toBeVisible();
  expect(await progress()).toEqual(before);
});

async function firstContact(page: Page): Promise<number> {
  const { rows }: { rows: { id: number }[] } = await (await page.request.get("/api/contacts")).json();
  return rows[0]?.id ?? 0;
}

test("each page is there for whom it is meant, and for nobody else", async ({ visit, things }) => {
  const roles: Record<string, Person> = { partner: "priya", admin: "amelia", "channel-manager": "chidi" };
  for (const [role, who] of Object.entries(roles)) {
    const { request } = await visit(who);
    for (const route of pageRoutes.filter((each) => !["/", "/sign-in", "/first-admin", byToken].includes(each))) {
      const vendors = vendorsPages.has(route);
      // Ids of a portal's own things are looked at in axe.spec.ts.
      if (hasId(route) && !vendors) continue;
      const kind = foreign[route];
      const id = kind === undefined ? "" : things[kind];
      const answer = await request.get(pathOf(route, route === hostedForm ? things.publicForm : id));
      const isTheirs = vendors ? role === "channel-manager" : !adminsPages.has(route) || role === "admin";
      expect({ route, role, status: answer.status() }).toEqual({ route, role, status: isTheirs ? 200 : 404 });
    }
  }
});

test("signed out, the API answers 401 and no page is shown", async ({ visit }) => {
  const page = await visit("nobody");
  await page.goto("/sign-in");
  const headers = ownOrigin(page);
  for (const route of otherRoutes) {
    const path = pathOf(route, "1");
    const answers: [string, number][] = [["GET", (await page.request.get(path)).status()]];
    for (const method of methods)
      answers.push([method, (await page.request.fetch(path, { method, headers, data: {} })).status()]);
    const written = route === cookie ? [415] : [401];
    if (route === bySecret || route === submissions) written.push(404);
    for (const [method, status] of answers) {
      const expected = method === "GET" && open.has(route) ? [200, 503] : [...written, 405];
      expect(expected, `${method} ${route} answers ${status}`).toContain(status);
    }
  }
});

test("nothing is written for a request that does not come from our own pages", async ({ visit }) => {
  const refused: Record<string, string[]> = {};
  for (const who of ["carla", "chidi"] as const) {
    const { request } = await visit(who);
    for (const route of otherRoutes.filter((each) => each !== signed && each !== submissions))
      for (const method of methods)
        for (const headers of [
          {},
          { origin: "https://elsewhere.example" },
          { origin: "null" },
          { "sec-fetch-site": "cross-site" },
        ]) {
          const answer = await request.fetch(pathOf(route, "1"), { method, headers, data: {}, maxRedirects: 0 });
          const status = answer.status();
          // To the wrong role the route does not exist; some other method is not there at all.
          expect([403, 404, 405], `${method} ${route} ${JSON.stringify(headers)} answers ${status}`).toContain(status);
          if (status === 403) (refused[route] ??= []).push(method);
        }
  }
  expect(Object.keys(refused).toSorted()).toEqual([
    "/api/contacts/[id]",
    "/api/contacts/[id]/photo",
    "/api/domains/accounts",
    "/api/exports",
    "/api/imports",
    "/api/lists/preview",
    "/api/preferences",
    "/api/preflight",
    "/api/requests",
  ]);
});

test("no form of a page is taken from elsewhere", async ({ visit }) => {
  const { request } = await visit("carla");
  for (const route of pageRoutes)
    for (const headers of [{}, { origin: "https://elsewhere.example" }]) {
      const multipart = { contactId: "1", action: "REQUEST_REGISTRATION" };
      const answer = await request.post(pathOf(route, "1"), { headers, multipart, maxRedirects: 0 });
      expect(answer.status(), `POST ${route} ${JSON.stringify(headers)}`).toBe(403);
    }
});

test("an address that cannot be read is answered 400, an id that cannot be one 404", async ({ visit }) => {
  for (const who of ["carla", "chidi"] as const) {
    const { request } = await visit(who);
    for (const route of Object.keys(foreign)) {
      for (const id of ["%zz", "%", "%e0%a4%a"])
        expect((await request.get(pathOf(route, id))).status(), `${route} with ${id}`).toBe(400);
      for (const id of weirdIds) {
        const answer = await request.get(pathOf(route, id));
        expect(answer.status(), `${route} with ${id}`).toBe(404);
      }
    }
  }
});

const weirdIds = [
  "0",
  "-1",
  "1e9",
  "1.5",
  "abc",
  "NaN",
  "99999999999999999999",
  "0x10",
  "%2e%2e%2f%2e%2e%2f",
  "1%00",
  "%F0%9F%99%82",
  "%D9%A1",
  "1%27%20or%201=1--",
  "__proto__",
];

test("no parameters of the contacts make the server fail", async ({ bram }) => {
  test.setTimeout(120_000);
  const { request } = bram;
  const name = fc.constantFrom(
    "q",
    "list",
    "stage",
    "import",
    "sort",
    "from",
    "view",
    "group",
    "saved",
    "ids",
    "all",
    "rsc",
    "cols",
    "density",
    "panel",
    "field",
  );
  const known = fc.constantFrom(
    "registered",
    "name-asc",
    "n~1~x",
    "p~0~%",
    "n~1~%25zz",
    "-1",
    "1e999",
    "%",
    "\u0000",
    "'--",
  );
  const text = fc.oneof(known, fc.string({ unit: "binary", maxLength: 60 }), fc.integer().map(String));
  const query = fc.array(fc.tuple(name, text), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString());
  for (const asked of fc.sample(query, { numRuns: 200, seed: 152_363 })) {
    const answers = await Promise.all(["/api/contacts", "/contacts"].map((path) => request.get(`${path}?${asked}`)));
    expect(
      answers.map((answer) => answer.status()),
      asked,
    ).toEqual([200, 200]);
  }
});

function pathOf(route: string, id: string): string {
  return route.replace(/\[[^\]]+\]/, id);
}

/** An id of the same length that nobody has. */
function missingLike(id: string): string {
  return /^\d+$/.test(id) ? id.replaceAll(/\d/g, "9") : `missing-${id}`;
}

/** Status, kind and body of an answer, without what differs between any two: its id, nonces, references, how it was cut up. */
async function shapeOf(answer: APIResponse, id: string): Promise<{ status: number; type: string; body: string }> {
  const body = (await answer.text())
    .replaceAll(new RegExp(`(?<=["/|])${id.replaceAll(".", "\\.")}(?=["\\\\/|? ]|$)`, "g"), "ID")
    .replaceAll(/nonce[-=\\":]+[\w+/=]+/g, "NONCE")
    .replaceAll(/"[\w-]{21}[vm]\\?"/g, "RENDERED")
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}/g, "REFERENCE");
  return { status: answer.status(), type: answer.headers()["content-type"] ?? "", body };
}

async function recordOf(page: Page, id: string): Promise<unknown> {
  return (await page.request.get(`/api/contacts/${id}`)).json();
}

async function everythingOf(page: Page, things: Things): Promise<unknown[]> {
  const paths = [
    `/api/contacts/${things.contact}`,
    `/api/imports/${things.import}`,
    `/api/batches/${things.batch}`,
    "/api/lists",
  ];
  return Promise.all(paths.map(async (path) => (await page.request.get(path)).json()));
}
