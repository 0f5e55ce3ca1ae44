import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, lookUntil, registration, requestRegistration, someone } from "./steps.ts";

// One after the other: they change the one policy that there is.
test.describe.configure({ mode: "serial" });

test("the channel manager simulates a change, takes the file, puts it in force with a reason, and back", async ({
  chidi,
}) => {
  await chidi.goto("/domains");
  await chidi.getByRole("link", { name: "Policy", exact: true }).click();
  await expect(card(chidi, "Next version").getByLabel("Term in years")).toHaveValue("1");
  await simulate(chidi, { term: "2", capacity: "" });
  await expect(chidi.getByText(/would have been different\.$/)).toBeVisible();
  const table = chidi.getByRole("table", { name: "What the policy would have changed" });
  await expect(table.getByRole("row").nth(1)).toContainText("Other dates");

  const [download] = await Promise.all([
    chidi.waitForEvent("download"),
    chidi.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toBe("\ufeffDomain,Who,Hub ID,Change,What happened,What would have happened");
  const [domain = ""] = await table.getByRole("rowheader").allInnerTexts();
  expect(lines[1]?.split(",")[0]).toBe(domain);

  await putInForce(chidi, "Partners need longer.");
  await expect(card(chidi, /^In force: version/)).toContainText("2 years");
  const versions = chidi.getByRole("table", { name: "Versions of the policy, newest first" });
  await expect(versions.getByRole("row").nth(1)).toContainText("Term: 2 years");
  await expect(versions.getByRole("row").nth(1)).toContainText("Partners need longer.");

  await simulate(chidi, { term: "1", capacity: "" });
  await putInForce(chidi, "Back to a year.");
  await expect(card(chidi, /^In force: version/)).toContainText("1 year");
});

test("of two managers the second one is told what is in force by now", async ({ visit }) => {
  // As the form itself is: without JavaScript.
  const [one, two] = [await visit("chidi", { javaScriptEnabled: false }), await visit("chidi")];
  for (const page of [one, two]) {
    await page.goto("/policy");
    await simulate(page, { term: page === one ? "3" : "4", capacity: "500" });
  }
  await putInForce(one, "First.");
  await card(two, /^Put version/)
    .getByLabel("Reason")
    .fill("Second.");
  await two.getByRole("button", { name: "Put in force" }).click();
  await expect(two.getByText(/^Somebody else was faster/)).toBeVisible();
  await expect(card(two, /^In force: version/)).toContainText("3 years");
  await expect(card(two, "Next version").getByLabel("Term in years")).toHaveValue("4");

  await simulate(two, { term: "1", capacity: "" });
  await putInForce(two, "Back to a year.");
});

test("what cannot be read is said beside its field, and nothing is simulated", async ({ chidi }) => {
  await chidi.goto("/policy");
  await simulate(chidi, { term: "soon", capacity: "many" });
  await expect(chidi.getByLabel("Term in years")).toHaveAttribute("aria-invalid", "true");
  await expect(chidi.getByLabel("Capacity of a portal")).toHaveAttribute("aria-invalid", "true");
  await expect(chidi.getByRole("heading", { name: "Simulation" })).toBeHidden();
});

test("for a partner there is no policy", async ({ priya, amelia }) => {
  for (const page of [priya, amelia]) {
    expect((await page.goto("/policy"))?.status()).toBe(404);
    expect((await page.request.get("/api/policy/simulation.csv")).status()).toBe(404);
  }
});

test("a contact, its lists and its domain are seen as they were", async ({ carla, chidi }) => {
  const guest = someone();
  const domain = guest.Email.split("@")[1] ?? "";
  const id = await addContact(carla, guest);
  await lookUntil(carla, () =>
    expect(registration(carla, "Registration Status")).toContainText("to fix", { timeout: 200 }),
  );
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  const receipt = Number(new URL(carla.url()).searchParams.get("saved"));

  await lookBack(carla, String(receipt));
  const then = card(carla, "As of");
  await expect(then).toContainText(`After event ${receipt},`);
  await expect(then).toContainText("Request Registration");
  await expect(then).toContainText("Invalid Data");
  await lookBack(carla, "2014-05-06");
  await expect(then).toContainText("Nothing had been asked or decided for this contact.");
  await lookBack(carla, "yesterday");
  await expect(then.getByLabel("Date or receipt")).toHaveAttribute("aria-invalid", "true");

  await carla
    .getByRole("list", { name: "Registration" })
    .getByRole("link", { name: /^Pending/ })
    .click();
  // The record has such a card too.
  await expect(carla).toHaveURL(/\/lists\//);
  await lookBack(carla, String(receipt));
  await expect(carla.getByRole("table", { name: "Members then" })).toContainText(guest["Last Name"]);

  await chidi.goto(`/domains/${domain}`);
  await lookBack(chidi, String(receipt));
  await expect(card(chidi, "As of")).toContainText(/Held by\s*Nobody/);
  await expect(card(chidi, "As of")).toContainText(`Receipt ${receipt}: Sandpit Studio, Hub ID 260118`);
  await carla.goto(`/contacts/${id}?asof=${receipt + 1}`);
  await expect(card(carla, "As of")).toContainText("Contact Registered:");
});

async function simulate(page: Page, { term, capacity }: { term: string; capacity: string }): Promise<void> {
  const form = card(page, "Next version");
  await form.getByLabel("Term in years").fill(term);
  await form.getByLabel("Capacity of a portal").fill(capacity);
  await form.getByRole("button", { name: "Simulate" }).click();
  await page.waitForURL(/simulate=1/);
}

async function putInForce(page: Page, reason: string): Promise<void> {
  await card(page, /^Put version/)
    .getByLabel("Reason")
    .fill(reason);
  await page.getByRole("button", { name: "Put in force" }).click();
  await expect(page.getByText(/^Version \d+ is in force\.$/)).toBeVisible();
}

async function lookBack(page: Page, moment: string): Promise<void> {
  const form = card(page, "As of");
  await form.getByLabel("Date or receipt").fill(moment);
  await form.getByRole("button", { name: "Look back" }).click();
  await page.waitForURL(/asof=/);
}
