import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, someone } from "./steps.ts";
import { uploadPhoto } from "./things.ts";

// The head of a record, its timeline, and what leads out of it: page 1c of the guide.

const timeline = (page: Page) => card(page, /^Showing /);

async function optOut(page: Page, id: number, reason: string): Promise<void> {
  await page.goto(`/contacts/${id}`);
  await page.getByRole("button", { name: "Opt Out of Email" }).click();
  await page.getByLabel("Reason (optional)").fill(reason);
  await page.getByRole("button", { name: "Opt out", exact: true }).click();
  await expect(page.getByText("Opted out of e-mail.")).toBeVisible();
}

test("what happens to a contact stands on its timeline by month, narrowed by kind and word without JavaScript", async ({
  carla,
  visit,
}) => {
  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}?view=properties&group=contact`);
  await carla.getByLabel("City", { exact: true }).fill("Boston");
  await card(carla, "Contact").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.")).toBeVisible();
  await optOut(carla, id, "Asked by phone");

  const page = await visit("carla", { javaScriptEnabled: false });
  await page.goto(`/contacts/${id}`);
  await expect(page.getByRole("heading", { name: /^Showing All \d+ Interactions$/ })).toBeVisible();
  const summary = timeline(page).locator("summary").first();
  // Lists that other tests have made may have taken the contact in.
  await expect(summary).toHaveText(/^\w+ \d{4}1 Email, (\d List Memberships?, )?\d+ Registrations?, 2 Changes$/);
  await expect(timeline(page)).toContainText("Opted out of e-mail: “Asked by phone”");
  await expect(page.locator("dt", { hasText: "Last Touch" }).locator("..")).toContainText("Email");
  await expect(page.locator("dt", { hasText: "Lifecycle Stage" }).locator("..").first()).toContainText("Since");

  await page.getByLabel("Changes (2)").check();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Showing 2 of \d+ Interactions$/ })).toBeVisible();
  await page.getByLabel("Search interactions").fill("boston");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Showing 1 of \d+ Interactions$/ })).toBeVisible();
  await expect(timeline(page).getByRole("listitem")).toHaveText(/Changed City to Boston/);
  await page.getByLabel("Search interactions").fill("nothing is called so");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("link", { name: "Show all interactions" }).click();
  await expect(page.getByRole("heading", { name: /^Showing All \d+ Interactions$/ })).toBeVisible();
});

test("who opted out is in the file, and whoever opts in again says why", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await optOut(carla, id, "=cmd");
  await carla.goto("/lists");
  await carla.getByRole("link", { name: "Export unsubs and bounces" }).click();
  const download = carla.waitForEvent("download");
  await carla.getByRole("link", { name: "Export unsubs and bounces" }).click();
  expect((await download).suggestedFilename()).toBe("unsubs and bounces.csv");
  const file = await (await carla.request.get("/api/lists/unsubscribes.csv")).text();
  expect(file).toMatch(new RegExp(`${id},${guest.Email},Jillian,.*,Yes,\\d{4}-\\d\\d-\\d\\d,[^,]+,'=cmd,`));

  await carla.goto(`/contacts/${id}`);
  await carla.getByRole("button", { name: "Opt In to Email Again" }).click();
  await carla.getByLabel("Why the contact wants e-mail again").fill("Signed up at the fair");
  await carla.getByRole("button", { name: "Opt in again" }).click();
  await expect(carla.getByText("Opted in to e-mail again.", { exact: true })).toBeVisible();
  expect(await (await carla.request.get("/api/lists/unsubscribes.csv")).text()).not.toContain(guest.Email);
});

test("View in Salesforce leads there once the address and the id are known", async ({ carla }) => {
  const id = await addContact(carla, someone());
  const sidebar = carla.getByRole("navigation", { name: "Contact", exact: true });
  await carla.goto("/settings#salesforce");
  await carla.getByLabel("Salesforce address").fill("https://evil.example");
  await carla.getByRole("button", { name: "Save address" }).click();
  await expect(carla.getByText("This is no address of Salesforce")).toBeVisible();
  await carla.getByLabel("Salesforce address").fill("https://guests.my.salesforce.com/lightning/page/home");
  await carla.getByRole("button", { name: "Save address" }).click();
  await expect(carla.getByText("The Salesforce address was saved.")).toBeVisible();

  await carla.goto(`/contacts/${id}?view=properties&group=salesforce`);
  await sidebar.getByRole("button", { name: "View in Salesforce" }).click();
  await expect(carla.getByText("This contact has no Salesforce ID.")).toBeVisible();
  await carla.getByLabel("Salesforce ID", { exact: true }).fill("Guest");
  await card(carla, "Salesforce").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("is not an id of Salesforce")).toBeVisible();
  await carla.getByLabel("Salesforce ID", { exact: true }).fill("001A0000006Vm9rIAC");
  await card(carla, "Salesforce").getByRole("button", { name: "Save" }).click();
  const link = sidebar.getByRole("link", { name: "View in Salesforce" });
  await expect(link).toHaveAttribute("href", "https://guests.my.salesforce.com/001A0000006Vm9rIAC");
  await expect(link).toHaveAttribute("rel", "noreferrer");
  await expect(sidebar.getByRole("link", { name: "Search in Google" })).toHaveAttribute(
    "href",
    /q=Jillian%20Guest.*Guest%20House/,
  );
});

test("a public URL shows a stranger what the portal allows, until it is revoked", async ({ carla, visit }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await carla.goto(`/contacts/${id}`);
  await carla.getByRole("link", { name: "Public Contact URL" }).click();
  await carla.getByRole("button", { name: "Make a public URL" }).click();
  await expect(carla.getByText("The public URL was made.")).toBeVisible();
  const address = await carla.getByLabel("Public URL", { exact: true }).inputValue();

  const stranger = await visit("nobody");
  const answer = await stranger.goto(address);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "cache-control": expect.stringContaining("no-store"),
  });
  expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
  const main = stranger.getByRole("main");
  await expect(main).toContainText(guest.Company);
  await expect(main).toContainText(guest["Last Name"]);
  await expect(main).not.toContainText(guest.Email);
  await expect(main).not.toContainText("Registration");
  expect(await stranger.content()).not.toContain(guest.Email);

  await carla.reload();
  await expect(carla.getByText("Opened 1 time")).toBeVisible();
  await carla.getByRole("button", { name: "Revoke the URL" }).click();
  await expect(carla.getByText("The public URL opens nothing any more.")).toBeVisible();
  const shape = async (path: string) => {
    const status = (await stranger.goto(path))?.status();
    return { status, words: await stranger.getByRole("main").innerText() };
  };
  const revoked = await shape(address);
  expect(revoked).toMatchObject({ status: 404, words: expect.stringContaining("There is no such thing here") });
  for (const token of [`1-${"A".repeat(43)}`, "1", "nothing"])
    expect(await shape(new URL(`/p/${token}`, address).href), token).toEqual(revoked);
});

test("a photo is shown in place of the initials, what is none is refused, and it can be removed", async ({ carla }) => {
  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}`);
  await uploadPhoto(carla, Buffer.from("<script>alert(1)</script>"));
  await expect(carla.getByText("This is no PNG, JPEG or WebP image that can be read")).toBeVisible();
  await uploadPhoto(carla);
  await expect(carla.getByText("The photo was saved.")).toBeVisible();
  const image = carla.getByRole("main").locator("img");
  await expect.poll(() => image.evaluate((each) => each instanceof HTMLImageElement && each.naturalWidth)).toBe(3);
  const answer = await carla.request.get(`/api/contacts/${id}/photo`);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  const headers = { "if-none-match": answer.headers()["etag"] ?? "" };
  expect((await carla.request.get(`/api/contacts/${id}/photo`, { headers })).status()).toBe(304);

  await carla.getByRole("button", { name: "Change the photo" }).click();
  await carla.getByRole("button", { name: "Remove photo" }).click();
  await expect(carla.getByText("The photo was removed.")).toBeVisible();
  await expect(image).toHaveCount(0);
  await expect(timeline(carla)).toContainText("Removed the photo");
});
