import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { card, lookUntil, registration, someone } from "./steps.ts";
import { publishForm } from "./forms.ts";

// Forms of a portal, from both sides: those who make them, and strangers who send them.

let forms = 0;
function named(what: string): string {
  forms += 1;
  return `${what} ${Date.now().toString(36)}-${forms}`;
}

type Someone = ReturnType<typeof someone>;

/** As a person fills it in, who is never as fast as a program. */
async function fill(page: Page | ReturnType<Page["frameLocator"]>, who: Someone): Promise<void> {
  await page.getByLabel("Email (needed)").pressSequentially(who.Email, { delay: 100 });
  for (const label of ["First Name", "Last Name", "Company", "Website"] as const)
    await page.getByLabel(label, { exact: true }).fill(who[label]);
}

async function recordOf(page: Page, email: string): Promise<void> {
  await page.goto(`/contacts?q=${encodeURIComponent(email)}`);
  await page.getByRole("main").getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByText("Partner Registration Information").first()).toBeVisible();
}

test("a form is made, a stranger sends it, and the contact is registered by its conversion", async ({
  carla,
  visit,
}) => {
  const [name, guest] = [named("Contact us"), someone()];
  await carla.goto("/forms/new");
  await carla.getByLabel("Name", { exact: true }).fill(name);
  await carla.getByLabel("Another property").selectOption({ label: "Job Title" });
  await carla.getByRole("button", { name: "Add field" }).click();
  await carla.getByLabel("Label of Job Title").fill("What do you do?");
  await carla.getByRole("button", { name: "Move Job Title up" }).click();
  await expect(carla.getByLabel("Label of Job Title")).toHaveValue("What do you do?");
  await carla.getByRole("button", { name: "Remove First Name" }).click();
  await expect(carla.getByLabel("Label of First Name")).toHaveCount(0);
  await carla.getByLabel("Another property").selectOption({ label: "First Name" });
  await carla.getByRole("button", { name: "Add field" }).click();
  await expect(carla.getByLabel("Label of First Name")).toBeVisible();
  await carla.getByRole("button", { name: "Create form" }).last().click();
  await expect(carla.getByText("The form was created.")).toBeVisible();
  await carla.getByRole("button", { name: "Publish" }).click();
  const address = await carla.getByLabel("Address", { exact: true }).inputValue();

  const stranger = await visit("nobody");
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { name })).toBeVisible();
  await fill(stranger, guest);
  await stranger.getByLabel("What do you do?").fill("Innkeeper");
  await stranger.getByRole("button", { name: "Send" }).click();
  await expect(stranger.getByText("Thank you. We have what you sent.")).toBeVisible();

  await recordOf(carla, guest.Email);
  await lookUntil(carla, () =>
    expect(registration(carla, "Registration Status")).toHaveText("Registered", { timeout: 500 }),
  );
  await carla.goto(`${new URL(carla.url()).pathname}?view=properties&group=conversion_information`);
  for (const label of ["First Conversion", "Recent Conversion"])
    await expect(carla.getByLabel(label, { exact: true })).toHaveValue(name);

  await carla.goto("/forms");
  const row = carla.getByRole("row").filter({ hasText: name });
  await lookUntil(carla, () => expect(row).toContainText("100%", { timeout: 500 }));
  await row.getByRole("link").first().click();
  await expect(carla.getByRole("table", { name: "Submissions" })).toContainText("Job Title: Innkeeper");
  await expect(carla.getByRole("table", { name: "Submissions" })).toContainText(guest["Last Name"]);
});

test("without JavaScript each mistake stands beside its field, and nothing that was typed is lost", async ({
  carla,
  visit,
}) => {
  const publicForm = await publishForm(carla, named("Plain"));
  const stranger = await visit("nobody", { javaScriptEnabled: false });
  await stranger.goto(`/f/${publicForm}`);
  await stranger.getByLabel("Email (needed)").fill("jillian at home");
  await stranger.getByLabel("Company", { exact: true }).fill("Guest House");
  await stranger.getByRole("button", { name: "Send" }).click();
  await expect(stranger.getByText("Not sent yet: 1 field to mend.")).toBeVisible();
  await expect(stranger.getByText("is not an e-mail address: write it like name@company.com.")).toBeVisible();
  await expect(stranger.getByLabel("Company", { exact: true })).toHaveValue("Guest House");
  const { Email } = someone();
  await stranger.getByLabel("Email (needed)").clear();
  await stranger.getByLabel("Email (needed)").pressSequentially(Email, { delay: 100 });
  await stranger.getByRole("button", { name: "Send" }).click();
  await expect(stranger.getByRole("heading", { name: "Sent" })).toBeVisible();
  await recordOf(carla, Email);
  await expect(carla.getByText("Guest House").first()).toBeVisible();
});

test("what looks like spam is held back, and a person decides", async ({ carla, visit }) => {
  const publicForm = await publishForm(carla, named("Quick"));
  const home = new URL(carla.url()).pathname;
  const guests = [someone(), someone(), someone()];
  for (const { Email } of guests) {
    const stranger = await visit("nobody");
    await stranger.goto(`/f/${publicForm}`);
    await stranger.getByLabel("Email (needed)").fill(Email);
    await stranger
      .getByLabel("Leave this empty")
      .evaluate((trap) => trap.setAttribute("value", "https://spam.example"));
    await stranger.getByRole("button", { name: "Send" }).click();
    await expect(stranger.getByRole("heading", { name: "Sent" })).toBeVisible();
  }
  await carla.goto(home);
  await carla.getByRole("link", { name: "Held back, 3" }).click();
  const [good, ...bad] = guests.map(({ Email }) => Email);
  await expect(carla.getByRole("row").filter({ hasText: good ?? "" })).toContainText(
    "a field that nobody sees was filled",
  );
  await carla.getByRole("button", { name: `Accept ${good}` }).click();
  await expect(carla.getByText("Accepted.")).toBeVisible();
  await carla.getByRole("button", { name: "Discard these 2 submissions" }).click();
  await expect(carla.getByText("Nothing is held back")).toBeVisible();
  await recordOf(carla, good ?? "");
  await carla.goto(`/contacts?q=${bad[0]}`);
  await expect(carla.getByText("No contact matches")).toBeVisible();
});

/** A website of somebody's own, of another origin than ours, that shows this. */
async function website(body: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    answer.end(`<!doctype html><html lang="en"><title>Guest House</title><body>${body}</body></html>`);
  });
  await new Promise<void>((open) => void server.listen(0, "127.0.0.1", open));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

test("the form stands on another website, in a frame and as a plain form", async ({ carla, visit }) => {
  const name = named("Elsewhere");
  const publicForm = await publishForm(carla, name);
  const [frame, plain] = [
    await carla.getByLabel("Frame", { exact: true }).inputValue(),
    await carla.getByLabel("HTML", { exact: true }).inputValue(),
  ];
  const theirs = await website(frame);
  const stranger = await visit("nobody");
  await stranger.goto(theirs.origin);
  const framed = stranger.frameLocator(`iframe[title="${name}"]`);
  const [first, second, third] = [someone(), someone(), someone()];
  await fill(framed, first);
  await framed.getByRole("button", { name: "Send" }).click();
  await expect(framed.getByRole("heading", { name: "Sent" })).toBeVisible();
  theirs.close();

  const own = await website(plain);
  await stranger.goto(own.origin);
  await stranger.getByLabel("Email").fill(second.Email);
  await stranger.getByLabel("Company").fill(second.Company);
  await stranger.getByRole("button", { name: "Send" }).click();
  await expect(stranger.getByRole("heading", { name: "Sent" })).toBeVisible();

  await stranger.goto(own.origin);
  const address = `${new URL(carla.url()).origin}/api/forms/${publicForm}/submissions`;
  const answered = await stranger.evaluate(
    async ([to, email]) => {
      const body = JSON.stringify({ email });
      const answer = await fetch(to, { method: "POST", headers: { "content-type": "application/json" }, body });
      return { status: answer.status, told: await answer.json() };
    },
    [address, third.Email] as const,
  );
  expect(answered).toMatchObject({ status: 200, told: { received: true } });
  own.close();
  for (const { Email } of [first, second, third]) await recordOf(carla, Email);
});

test("a form may be shown by the websites that it names, and by no other", async ({ carla, visit }) => {
  const publicForm = await publishForm(carla, named("Named"));
  const framing = async (path: string) => {
    const stranger = await visit("nobody");
    const answer = await stranger.request.get(path);
    return [
      /frame-ancestors ([^;]*)/.exec(answer.headers()["content-security-policy"] ?? "")?.[1],
      answer.headers()["x-frame-options"],
    ];
  };
  expect(await framing(`/f/${publicForm}`)).toEqual(["'none'", undefined]);
  expect(await framing(`/f/${publicForm}?embed=1`)).toEqual(["*", undefined]);
  expect(await framing(`/sign-in?embed=1`)).toEqual(["'none'", "DENY"]);

  await carla.getByRole("link", { name: "Edit", exact: true }).click();
  await carla.getByLabel("Websites that may show it").fill("www.guest-house.com");
  await carla.getByRole("button", { name: "Save form" }).last().click();
  await expect(carla.getByText("The form was changed.")).toBeVisible();
  expect(await framing(`/f/${publicForm}?embed=1`)).toEqual(["https://www.guest-house.com", undefined]);
});

test("whoever sends it is led to the address that the form names, with JavaScript and without", async ({
  carla,
  visit,
}) => {
  const publicForm = await publishForm(carla, named("Onward"));
  await carla.getByRole("link", { name: "Edit", exact: true }).click();
  await carla.getByLabel("Or go to this address").fill("https://www.guest-house.com/thanks");
  await carla.getByRole("button", { name: "Save form" }).last().click();
  await expect(carla.getByText("The form was changed.")).toBeVisible();
  for (const javaScriptEnabled of [true, false]) {
    const stranger = await visit("nobody", { javaScriptEnabled });
    await stranger.route("https://www.guest-house.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>Guest House thanks you</h1>" }),
    );
    await stranger.goto(`/f/${publicForm}`);
    await stranger.getByLabel("Email (needed)").pressSequentially(someone().Email, { delay: 100 });
    await stranger.getByRole("button", { name: "Send" }).click();
    await expect(stranger.getByRole("heading", { name: "Guest House thanks you" })).toBeVisible();
  }
});

test("a form that is not live is answered as one that never was", async ({ carla, visit }) => {
  const publicForm = await publishForm(carla, named("Closed"));
  await carla.getByRole("button", { name: "Take back" }).click();
  await expect(carla.getByText("The form is a draft again")).toBeVisible();
  const { request } = await visit("nobody");
  for (const id of [publicForm, "A".repeat(22), "x", "__proto__", "%00"]) {
    expect((await request.get(`/f/${id}`)).status(), id).toBe(404);
    const sent = await request.post(`/api/forms/${id}/submissions`, { data: { email: "a@b.com" } });
    expect(sent.status(), id).toBe(404);
  }
});

const domainOf = ({ Email }: Someone) => Email.split("@")[1] ?? "";

test("a domain that was seen is a prospect, until it is registered", async ({ carla, visit }) => {
  const publicForm = await publishForm(carla, named("Prospects"));
  const [lead, visitor] = [someone(), someone()];
  const { request } = await visit("nobody");
  const sent = await request.post(`/api/forms/${publicForm}/submissions`, {
    data: { email: visitor.Email, Page: "https://www.guest-house.com/contact" },
  });
  expect(sent.status()).toBe(200);
  await carla.goto("/contacts/new");
  for (const label of ["Email", "Website"] as const) await carla.getByLabel(label, { exact: true }).fill(lead[label]);
  await carla.getByRole("button", { name: "Add contact" }).click();
  await expect(carla.getByText("Contact added.")).toBeVisible();

  const row = (who: Someone) => carla.getByRole("row").filter({ hasText: domainOf(who) });
  await carla.goto("/prospects");
  await carla.getByRole("button", { name: "Bring up to date" }).click();
  await lookUntil(carla, () => expect(row(lead)).toContainText("Nobody holds it", { timeout: 500 }));
  await row(visitor).getByRole("link", { name: "Add contact" }).click();
  await expect(carla.getByLabel("Website", { exact: true })).toHaveValue(domainOf(visitor));

  await carla.goto("/prospects");
  await row(lead).getByRole("link", { name: "Request registration for 1 contact" }).click();
  await expect(card(carla, "Of 1 contact")).toContainText("lacks data");
});
