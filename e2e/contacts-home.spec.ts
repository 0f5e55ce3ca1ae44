import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./fixtures.ts";
import { addContact, someone } from "./steps.ts";
import { ownOrigin } from "./things.ts";

// Filters, columns, views, export and print of Contacts. In Sandpit, where anything may be changed.

let turns = 0;
/** A word that stands in nothing else. */
function word(): string {
  turns += 1;
  return `w${Date.now().toString(36)}${turns}`;
}

const names = (page: Page) => page.getByRole("table", { name: "Contacts" }).getByRole("rowheader");
const heads = (page: Page) => page.getByRole("table", { name: "Contacts" }).getByRole("columnheader");

async function addTwo(page: Page): Promise<{ company: string; ann: string; ben: string }> {
  const company = word();
  const made = [];
  for (const first of ["Ann", "Ben"]) {
    const given = someone({ "First Name": first, Company: company });
    await addContact(page, given);
    made.push(`${first} ${given["Last Name"]}`);
  }
  const [ann = "", ben = ""] = made;
  return { company, ann, ben };
}

async function addFilter(page: Page, [property, asks, value]: [string, string, string?]): Promise<void> {
  await page.getByRole("link", { name: "Add filter" }).click();
  await page.getByLabel("Property", { exact: true }).selectOption({ label: property });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("main").getByLabel(property, { exact: true }).selectOption({ label: asks });
  if (value !== undefined) await page.getByLabel("Text", { exact: true }).fill(value);
  await page.getByRole("button", { name: "Add filter" }).click();
}

test("lines narrow the table, each is taken out by a press, and bulk work means who is shown", async ({ carla }) => {
  const { company, ann } = await addTwo(carla);
  await carla.goto("/contacts?view=0");
  await addFilter(carla, ["Company", "is", company]);
  await expect(names(carla)).toHaveCount(2);
  await addFilter(carla, ["First Name", "begins with", "an"]);
  await expect(names(carla)).toHaveText([ann]);
  await expect(carla).toHaveURL(new RegExp(`f=company:is:${company}\\+firstname:begins:an`));

  await carla.getByRole("checkbox", { name: /^Choose Ann/ }).check();
  await carla.getByRole("checkbox", { name: "Select all 1" }).check();
  await carla.getByRole("button", { name: "Request registration for 1 contact" }).click();
  await expect(carla.getByRole("main")).toContainText("1 contact");
  await carla.goBack();

  await carla.getByRole("link", { name: "Take out the filter First Name begins with “an”" }).click();
  await expect(names(carla)).toHaveCount(2);
  await carla.getByRole("link", { name: "Save as list" }).click();
  await expect(carla.getByLabel("Property of line 0")).toHaveValue("company");
  await expect(carla.getByLabel("Value 1 of line 0")).toHaveValue(company);
});

test("a line that cannot be read is told of, by the page and by the API, and shows nobody", async ({ carla }) => {
  await carla.goto("/contacts?f=shoe_size:is:38");
  await expect(carla.getByRole("main").getByRole("alert")).toContainText("There is no property “shoe_size”");
  await expect(carla.getByRole("heading", { name: "No contact matches" })).toBeVisible();
  const answer = await carla.request.get("/api/contacts?f=shoe_size:is:38");
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ message: "There is no property “shoe_size”: take this line out." });

  await carla.goto("/contacts?panel=filter&field=numberofemployees&is=above&value=many");
  await expect(carla.getByRole("main").getByRole("alert")).toContainText("Enter a number.");
  await carla.getByLabel("Number", { exact: true }).fill("1");
  await carla.getByRole("button", { name: "Add filter" }).click();
  await expect(carla).toHaveURL(/f=numberofemployees:above:1/);
});

test("without JavaScript a filter is added, columns are chosen, and a view is saved and opened", async ({ visit }) => {
  const page = await visit("carla", { javaScriptEnabled: false });
  const { company, ann, ben } = await addTwo(page);
  await page.goto("/contacts?view=0");
  await addFilter(page, ["Company", "is", company]);
  await expect(names(page)).toHaveText([ben, ann]);

  await page.getByRole("link", { name: "Columns" }).click();
  await page.getByText("Add columns").click();
  await page.getByRole("checkbox", { name: "First Name", exact: true }).check();
  await page.getByRole("checkbox", { name: "Created On", exact: true }).uncheck();
  await page.getByRole("spinbutton", { name: "Place of Company" }).fill("1");
  await page.getByRole("spinbutton", { name: "Place of Registration" }).fill("9");
  await page.getByLabel("Width of Company").selectOption("Wide");
  await page.getByLabel("Height of the rows").selectOption("Compact");
  await page.getByRole("button", { name: "Show these columns" }).click();
  await expect(page).toHaveURL(
    /cols=company\.wide-lifecyclestage-email-registration_expiration_date-_standing-firstname/,
  );
  await expect(heads(page)).toHaveText([
    "Choose",
    "Name",
    "Company",
    "Lifecycle Stage",
    "Email",
    "Expires",
    "Registration",
    "First Name",
  ]);
  const height = (await page.getByRole("row").nth(1).boundingBox())?.height ?? 0;
  expect(height).toBeLessThan(32);

  const view = `View ${word()}`;
  await page.getByRole("button", { name: "View: All contacts" }).click();
  await page.getByLabel("Name of a new view").fill(view);
  await page.getByRole("button", { name: "Save as a view" }).click();
  await expect(page.getByText("The view was saved.")).toBeVisible();
  const opened = new URL(page.url());
  opened.searchParams.delete("done");

  await page.getByRole("link", { name: /^Name$/ }).click();
  await expect(names(page)).toHaveText([ann, ben]);
  await page.getByRole("button", { name: `View: ${view} changed` }).click();
  await page.getByRole("button", { name: `Save changes to “${view}”` }).click();
  await expect(page.getByText("The view was changed.")).toBeVisible();

  await page.goto("/contacts?view=0");
  await page.getByRole("button", { name: "View: All contacts" }).click();
  await page.getByRole("link", { name: view }).click();
  await expect(names(page)).toHaveText([ann, ben]);
  await expect(page).toHaveURL(/sort=name-asc/);
});

test("Contacts opens with a view, until another one is chosen or it is deleted", async ({ carla, priya }) => {
  const { company, ann, ben } = await addTwo(carla);
  const view = `View ${word()}`;
  await carla.goto(`/contacts?f=company:is:${company}`);
  await carla.getByRole("button", { name: /^View:/ }).click();
  await carla.getByLabel("Name of a new view").fill(view);
  await carla.getByRole("button", { name: "Save as a view" }).click();
  await expect(carla.getByText("The view was saved.")).toBeVisible();

  await carla.goto("/contacts/views");
  const row = carla.getByRole("row").filter({ hasText: view });
  await row.getByRole("button", { name: `Open with this: ${view}` }).click();
  await expect(row).toContainText("This view");
  await carla.goto("/contacts");
  await expect(names(carla)).toHaveText([ben, ann]);
  await expect(carla).toHaveURL(/view=\d+/);

  await priya.goto("/contacts/views");
  await expect(priya.getByText(view)).toHaveCount(0);

  await carla.goto("/contacts/views");
  await row.getByRole("button", { name: `Change ${view}` }).click();
  await carla.getByRole("button", { name: "Delete view" }).click();
  await expect(carla.getByText("The view was deleted.")).toBeVisible();
  await carla.goto("/contacts");
  await expect(carla).toHaveURL(/\/contacts$/);
});

async function downloaded(page: Page, button: RegExp | string): Promise<{ name: string; bytes: Buffer }> {
  const downloading: Promise<Download> = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("who is shown is exported in the columns that are shown, and the export is in the log", async ({ carla }) => {
  const { company, ann, ben } = await addTwo(carla);
  await carla.goto(`/contacts?f=company:is:${company}&cols=company-firstname&sort=name-asc`);
  await carla.getByRole("link", { name: "Export", exact: true }).click();
  const csv = await downloaded(carla, "Export 2 contacts as CSV");
  expect(csv.name).toMatch(/^Sandpit Studio - Contacts \d{4}-\d\d-\d\d\.csv$/);
  expect(parse(csv.bytes, { bom: true })).toEqual([
    ["Name", "Company", "First Name"],
    [ann, company, "Ann"],
    [ben, company, "Ben"],
  ]);
  const xlsx = await downloaded(carla, "Export 2 contacts as XLSX");
  const sheet = strFromU8(unzipSync(xlsx.bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet.match(/<row /g)).toHaveLength(3);
  expect(sheet).toContain(`>${ann}</t>`);

  await carla.getByRole("link", { name: "kept in a log" }).click();
  const line = carla.getByRole("row").filter({ hasText: xlsx.name });
  await expect(line.first()).toContainText(`Company is “${company}”`);

  await carla.goto(`/contacts?f=company:is:${company}`);
  await carla.getByRole("checkbox", { name: /^Choose Ben/ }).check();
  await carla.getByRole("button", { name: "Export", exact: true }).click();
  const one = await downloaded(carla, "Export 1 contact as CSV");
  expect(parse(one.bytes, { bom: true })).toHaveLength(2);
});

test("nobody else's contacts are exported, nor for a page that is not ours", async ({ priya, things }) => {
  await priya.goto("/exports/new?all=1");
  const form = { format: "csv", upTo: String(Number.MAX_SAFE_INTEGER), ids: things.contact, address: "" };
  const foreign = await priya.request.post("/api/exports", { headers: ownOrigin(priya), form });
  expect(parse(await foreign.body(), { bom: true })).toHaveLength(1);
  const elsewhere = { origin: "https://elsewhere.example" };
  expect((await priya.request.post("/api/exports", { headers: elsewhere, form })).status()).toBe(403);
  expect((await priya.request.get("/api/exports")).status()).toBe(405);
  for (const asked of [`all=1&list=${things.ownList}`, `ids=${things.contact}`]) {
    await priya.goto(`/exports/new?${asked}`);
    await expect(priya.getByRole("heading", { name: "Nobody to export" })).toBeVisible();
  }
});

test("on paper stand the table, what it shows, whose it is and the day, and nothing to press", async ({
  carla,
  things,
}) => {
  const { company, ann } = await addTwo(carla);
  await carla.emulateMedia({ media: "print" });
  await carla.goto(`/contacts?f=company:is:${company}&cols=company-firstname`);
  await expect(names(carla).filter({ hasText: ann })).toBeVisible();
  await expect(carla.getByText(`2 of 2 contacts: Company is “${company}”`)).toBeVisible();
  await expect(carla.getByText(/^Sandpit Studio, Hub ID 260118, /)).toBeVisible();
  for (const path of ["/contacts", `/contacts/${things.contact}`, `/lists/${things.ownList}`]) {
    await carla.goto(path);
    await expect(carla.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await pressable(carla), path).toEqual([]);
  }
});

/** What could be pressed, chosen or gone to by its own, and can be seen. */
function pressable(page: Page): Promise<string[]> {
  return page
    .locator("button, [role=button], nav, input[type=checkbox], summary")
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 200)));
}
