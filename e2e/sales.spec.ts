import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, lookUntil, requestRegistration, someone, registration } from "./steps.ts";
import { alikeTo } from "./things.ts";

test("the channel manager starts a pursuit, and ends it with a reason", async ({ chidi, carla }) => {
  const { guest, domain } = aGuest();
  await chidi.goto("/domains");
  await search(chidi, domain);
  await chidi.getByRole("link", { name: `Open ${domain}` }).click();
  const start = card(chidi, "Start a pursuit");
  await start.getByLabel("Account").fill("Guest House");
  await start.getByLabel("Reason").fill("They asked for a demo.");
  await start.getByRole("button", { name: "Start the pursuit" }).click();
  await expect(chidi.getByText("The pursuit was requested.")).toBeVisible();
  await lookUntil(chidi, () =>
    expect(card(chidi, "How it stands")).toContainText("They asked for a demo.", { timeout: 200 }),
  );

  await addContact(carla, guest);
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Unavailable");

  await chidi.reload();
  const end = card(chidi, "End the pursuit");
  await expect(end).toContainText("This would change 1 contact");
  await end.getByRole("button", { name: "End the pursuit for 1 contact" }).click();
  await expect(end.getByLabel("Reason")).toBeFocused();
  await end.getByLabel("Reason").fill("They chose a partner.");
  await end.getByRole("button", { name: "End the pursuit for 1 contact" }).click();
  await expect(chidi.getByText("The pursuit was ended.")).toBeVisible();
  await expect(chidi.getByRole("table", { name: "History, newest first" })).toContainText("They chose a partner.");
  await expect(card(chidi, "How it stands")).toContainText("Nobody");

  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  await chidi.reload();
  await expect(card(chidi, "How it stands")).toContainText("Sandpit Studio, Hub ID 260118");
});

test("a domain on the not-pursued list makes its contacts invalid, until it is taken off", async ({ chidi, carla }) => {
  const { guest, domain } = aGuest();
  await chidi.goto(`/domains/${domain}`);
  const list = card(chidi, "Put it on the not-pursued list");
  await list.getByLabel("Reason").fill("They sell against us.");
  await list.getByRole("button", { name: "Put it on the list" }).click();
  await expect(chidi.getByText("The domain is on the not-pursued list.")).toBeVisible();

  await addContact(carla, guest);
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toContainText("Invalid Data");
  const rule = card(carla, "How this was decided").getByRole("listitem").last();
  await expect(rule).toContainText("HubSpot pursues business with the domain");
  await expect(rule).toContainText("Failed");

  await chidi.goto(`/domains?show=not-pursued&q=${domain}`);
  await chidi.getByRole("link", { name: domain }).click();
  const off = card(chidi, "Take it off the not-pursued list");
  await off.getByLabel("Reason").fill("They stopped.");
  await off.getByRole("button", { name: "Take it off the list" }).click();
  await expect(chidi.getByText("The domain is off the not-pursued list.")).toBeVisible();

  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
});

test("accounts are loaded from a file, and the sums add up", async ({ chidi }) => {
  const { domain } = aGuest();
  await chidi.goto("/domains/accounts");
  await chidi.getByLabel("CSV file").setInputFiles({
    name: "accounts.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Name,Website\nGuest House,${domain}\nAgain,https://www.${domain}/\nNobody,not a website\n`),
  });
  await chidi.getByLabel("Reason").fill("Named accounts.");
  await chidi.getByRole("button", { name: "Load the accounts" }).click();
  await expect(chidi.getByRole("heading", { name: "accounts.csv" })).toBeVisible();
  const sums = card(chidi, "3 rows");
  await expect(sums).toContainText(/Pursuits requested1/);
  await expect(sums).toContainText(/Not readable1/);
  await expect(sums).toContainText(/Again in the same file1/);
  await lookUntil(chidi, () => expect(sums).toContainText(/of them pursued now1/, { timeout: 200 }));
});

test("domains that can be mistaken for one another are found, with who holds them", async ({ chidi, carla }) => {
  const { guest, domain } = aGuest();
  const alike = alikeTo(domain);
  await addContact(carla, guest);
  await requestRegistration(carla);
  await chidi.goto(`/domains/${alike}`);
  const found = card(chidi, "Look-alikes").getByRole("listitem");
  await lookUntil(chidi, () => expect(found).toHaveCount(1, { timeout: 200 }));
  await expect(found).toContainText("Sandpit Studio Hub ID 260118");
  await chidi.getByLabel("Account").fill("Guest House");
  await chidi.getByLabel("Reason").first().fill("They asked for a demo.");
  await chidi.getByRole("button", { name: "Start the pursuit" }).click();
  await expect(chidi.getByText("The pursuit was requested.")).toBeVisible();

  await lookUntil(chidi, async () => {
    await chidi.goto("/domains");
    await chidi.getByLabel("Show").selectOption("Look-alikes");
    await search(chidi, "guest");
    await expect(chidi.getByRole("rowheader", { name: alike, exact: true })).toBeVisible({ timeout: 500 });
  });
  await chidi.getByRole("rowheader", { name: domain, exact: true }).getByRole("link").click();
  await expect(chidi.getByRole("heading", { name: domain })).toBeVisible();
  await expect(found.getByRole("link", { name: alike, exact: true })).toBeVisible();
});

test("the sales database is searched by domain", async ({ chidi }) => {
  await chidi.goto("/domains?show=pursued");
  const first = await chidi.getByRole("rowheader").first().innerText();
  await search(chidi, first.slice(0, 5));
  await expect(chidi.getByRole("rowheader", { name: first, exact: true })).toBeVisible();
});

test("for a partner there is no sales database", async ({ priya, amelia }) => {
  for (const page of [priya, amelia])
    for (const path of ["/domains", "/domains/hubspot.com", "/domains/accounts"]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "Not found" })).toBeVisible();
    }
});

function aGuest() {
  const guest = someone();
  return { guest, domain: guest.Email.split("@")[1] ?? "" };
}

async function search(page: Page, domain: string): Promise<void> {
  await page.getByLabel("Domain", { exact: true }).fill(domain);
  await page.getByRole("button", { name: "Search", exact: true }).click();
}
