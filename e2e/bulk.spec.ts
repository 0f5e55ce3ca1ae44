import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { chooseIn, intoMain, pressOn, tabTo, typeInto } from "./keys.ts";
import { addContact, requestRegistration, someone } from "./steps.ts";

// Changes of many contacts at once: looked at before, followed while they run, taken back.

/** Two new contacts whom one word finds, and the address that shows them alone. */
async function twoGuests(page: Page): Promise<{ ids: number[]; at: string; word: string }> {
  const [first, second] = [someone(), someone()];
  const word = `pair${first["Last Name"]?.replaceAll(/\W/g, "")}`;
  const ids = [
    await addContact(page, { ...first, Company: word }),
    await addContact(page, { ...second, Company: word }),
  ];
  return { ids, at: `/contacts?q=${word.toLowerCase()}`, word };
}

async function chooseAll(page: Page, at: string): Promise<void> {
  await page.goto(at);
  for (const box of await page.getByRole("checkbox", { name: /^Choose (?!every)/ }).all()) await box.check();
}

async function cityOf(page: Page, id: number): Promise<string> {
  const answer = await page.request.get(`/api/contacts/${id}`);
  const { properties }: { properties: Record<string, string> } = await answer.json();
  return properties["city"] ?? "";
}

const finished = (page: Page) => expect(page.getByText("Finished.")).toBeVisible();
const undone = (page: Page) => expect(page.getByText("Undone.")).toBeVisible();

test("chosen contacts are edited after a dry run, told one by one, and put back", async ({ carla }) => {
  const { ids, at, word } = await twoGuests(carla);
  await chooseAll(carla, at);
  await carla.getByRole("button", { name: "Edit", exact: true }).click();
  await carla.getByLabel("Property", { exact: true }).selectOption("City");
  await carla.getByRole("button", { name: "Add property" }).click();
  await carla.getByRole("button", { name: "See what would change" }).click();
  await expect(carla.getByText("Enter a value for City, or choose Clear.")).toBeVisible();
  await carla.getByLabel("City", { exact: true }).fill("Berlin");
  await carla.getByRole("button", { name: "See what would change" }).click();
  await expect(carla.getByRole("main")).toContainText("2 will change");
  await expect(carla.getByRole("table", { name: "Some of those that would change" })).toContainText("blank → Berlin");
  expect(await cityOf(carla, ids[0] ?? 0)).toBe("");

  await carla.getByRole("button", { name: "Change 2 contacts" }).click();
  await finished(carla);
  await expect(carla.getByRole("heading", { level: 1 })).toContainText("Edit, ");
  expect(await Promise.all(ids.map((id) => cityOf(carla, id)))).toEqual(["Berlin", "Berlin"]);
  const [download] = await Promise.all([
    carla.waitForEvent("download"),
    carla.getByRole("link", { name: "Result for each contact (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bulk change \d+\.csv$/);
  const file = await carla.request.get(new URL(download.url()).pathname);
  expect(await file.text()).toContain("Changed,,,Berlin,,");

  await carla.getByRole("button", { name: "Undo for 2 contacts" }).click();
  await undone(carla);
  await expect(carla.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  expect(await Promise.all(ids.map((id) => cityOf(carla, id)))).toEqual(["", ""]);

  await carla.goto("/bulk");
  await expect(carla.getByRole("table", { name: "Bulk changes" }).getByRole("row").nth(1)).toContainText("Undone");
  expect(word).not.toBe("");
});

test("all that match are put into a new list, by keyboard", async ({ carla }) => {
  const { at } = await twoGuests(carla);
  const name = `Keyed ${Date.now().toString(36)}`;
  await carla.goto(at);
  await intoMain(carla);
  await pressOn(carla.getByRole("checkbox", { name: /^Choose (?!every)/ }).first(), "Space");
  await tabTo(carla.getByRole("checkbox", { name: "Select all 2" }), "Shift+Tab");
  await carla.keyboard.press("Space");
  await tabTo(carla.getByRole("button", { name: "Add to list" }), "Shift+Tab");
  await carla.keyboard.press("Enter");
  await expect(carla.getByRole("heading", { name: "Which list" })).toBeVisible();
  await intoMain(carla);
  await chooseIn(carla.getByLabel("What to do"), "Add to the list");
  await typeInto(carla.getByLabel("Name of the new list"), name);
  await carla.keyboard.press("Enter");
  await expect(carla.getByRole("main")).toContainText("2 will be added");
  await intoMain(carla);
  await pressOn(carla.getByRole("button", { name: "Add 2 contacts" }));
  await finished(carla);
  await carla.goto(`/lists?q=${encodeURIComponent(name)}`);
  await carla.getByRole("link", { name }).click();
  await expect(carla.getByText("Static list, 2 contacts")).toBeVisible();
});

test("whoever is Registered is deleted only where it was ticked, and comes back Registered", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await requestRegistration(carla);
  await expect(carla.getByText("Registered", { exact: true }).first()).toBeVisible();
  await chooseAll(carla, `/contacts?q=${guest.Email.split("@")[1]}`);
  await carla.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(
    carla.getByText(/^1 of them is Registered with guest-.* stays registered to your portal\.$/),
  ).toBeVisible();
  await carla.getByLabel(/^Also delete the 1 that is Registered/).check();
  await carla.getByRole("button", { name: "Delete 1 contact" }).click();
  await finished(carla);
  expect((await carla.request.get(`/api/contacts/${id}`)).status()).toBe(404);
  await carla.getByRole("button", { name: "Undo for 1 contact" }).click();
  await undone(carla);
  const { properties } = await (await carla.request.get(`/api/contacts/${id}`)).json();
  expect(properties.registration_status).toBe("REGISTERED");
});

test("a change that takes a contact off its domain says which, before it does", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await requestRegistration(carla);
  const domain = guest.Email.split("@")[1] ?? "";
  await carla.goto(`/bulk/edit?ids=${id}&property=website&value.website=elsewhere-${domain}&look=1`);
  await expect(carla.getByText(`1 of them is Registered and will leave ${domain}.`)).toBeVisible();
  await carla.getByRole("button", { name: "Change 1 contact" }).click();
  await finished(carla);
  await expect(carla.getByRole("table", { name: "Contacts refused" })).toContainText(
    `It is Registered with ${domain}, and was left alone.`,
  );
});

test("without JavaScript contacts are edited, looked at and put back", async ({ visit, carla }) => {
  const { ids, at } = await twoGuests(carla);
  const page = await visit("carla", { javaScriptEnabled: false });
  await chooseAll(page, at);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Property", { exact: true }).selectOption("City");
  await page.getByRole("button", { name: "Add property" }).click();
  await page.getByLabel("City", { exact: true }).fill("Bonn");
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Change 2 contacts" }).click();
  await expect(async () => {
    await page.reload();
    await finished(page);
  }).toPass();
  expect(await cityOf(carla, ids[1] ?? 0)).toBe("Bonn");
  await page.getByRole("button", { name: "Undo for 2 contacts" }).click();
  await expect(async () => {
    await page.reload();
    await undone(page);
  }).toPass();
  expect(await cityOf(carla, ids[1] ?? 0)).toBe("");
});
