import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { createForm } from "./forms.ts";
import { addContact, lastOf, someone } from "./steps.ts";

/** What stands behind the routes with an id: things of Sandpit Studio, which is nobody's business elsewhere, and of the vendor. */
export type Things = {
  contact: string;
  list: string;
  /** A list of the portal's own, with the contact in it. */
  ownList: string;
  batch: string;
  /** A bulk change that one contact was refused. */
  bulk: string;
  import: string;
  /** A file whose rows were checked, with something to mend, and somebody who is there already. */
  checked: string;
  done: string;
  property: string;
  /** A live form, with something that was sent and something that is held back; and what its hosted page is found by. */
  form: string;
  publicForm: string;
  load: string;
  domain: string;
  /** What opens the contact's public URL. */
  token: string;
};

/** `carla` makes those of her portal, `chidi` those of the vendor. */
export async function makeThings(carla: Page, chidi: Page): Promise<Things> {
  const contact = await addContact(carla, someone());
  await saveView(carla);
  const lacking = await addContact(carla, someone({ Company: "" }));
  return {
    contact: String(contact),
    list: await firstList(carla.request),
    ownList: await createList(carla),
    batch: await requestAll(carla, [contact, lacking]),
    bulk: await changeAll(carla, [contact, lacking]),
    import: await upload(carla),
    checked: await checkFile(carla),
    done: await importFile(carla),
    property: await createProperty(carla),
    token: await share(carla, contact),
    ...(await createForm(carla)),
    ...(await loadAccounts(chidi)),
  };
}

/** The origin of our own pages, which the browser says by itself, and a program has to. */
export function ownOrigin(page: Page): { origin: string } {
  return { origin: new URL(page.url()).origin };
}

async function firstList(request: APIRequestContext): Promise<string> {
  const { lists }: { lists: { id: number }[] } = await (await request.get("/api/lists")).json();
  return String(lists[0]?.id);
}

/** Everybody who has an e-mail. */
async function createList(page: Page): Promise<string> {
  await page.goto("/lists/new");
  await page.getByLabel("Name", { exact: true }).fill(`Guests with an e-mail ${Date.now()}`);
  await page.getByLabel("Property of line 0").selectOption({ label: "Email" });
  await page.getByLabel("What is asked in line 0").selectOption({ label: "is known" });
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("The list was created.")).toBeVisible();
  return lastOf(page.url());
}

async function requestAll(page: Page, ids: number[]): Promise<string> {
  await page.goto(`/requests/new?ids=${ids.join("+")}`);
  await page.getByLabel(/^Also ask for the 1 that lacks data/).check();
  await page.getByRole("button", { name: /^Request registration for/ }).click();
  await expect(page.getByText("Finished: every request was answered.")).toBeVisible();
  return lastOf(page.url());
}

/** One e-mail for two: the second is refused. */
async function changeAll(page: Page, ids: number[]): Promise<string> {
  const email = `office@${someone().Email.split("@")[1]}`;
  const ofIds = ids.map((id) => `ids=${id}`).join("&");
  await page.goto(`/bulk/edit?${ofIds}&property=email&value.email=${email}&look=1`);
  await page.getByRole("button", { name: "Change 1 contact" }).click();
  await expect(page.getByRole("table", { name: "Contacts refused" })).toBeVisible();
  return lastOf(page.url());
}

const rows =
  "First Name,Last Name,Email,Company,Website,Shoe Size\nAda,Guest,ada@guests.example,Guests,guests.example,38\n";

/** A file that waits for its columns to be matched. */
export async function upload(page: Page): Promise<string> {
  const headers = { ...ownOrigin(page), "content-type": "text/csv", "x-file-name": "guests.csv" };
  const answer = await page.request.post("/api/imports", { headers, data: Buffer.from(rows) });
  expect(answer.status()).toBe(201);
  const { importId }: { importId: number } = await answer.json();
  return String(importId);
}

async function choose(page: Page, text: string): Promise<void> {
  await page.goto("/imports");
  const file = { name: "two guests.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload file" }).click();
}

async function checkFile(page: Page): Promise<string> {
  const { Email: email } = someone();
  await addContact(page, someone({ Email: email }));
  await choose(
    page,
    `Email,Stage,Employees,City\n${email},Lead,12,Rome\nBea at home,n/a,many,Oslo\n${email},Lead,,Bonn\nx\n`,
  );
  await page.getByRole("button", { name: "Check 4 rows" }).click();
  await expect(page.getByText("2 of 4 rows have problems.")).toBeVisible();
  return lastOf(page.url());
}

/** A file that was imported, but for one row. */
async function importFile(page: Page): Promise<string> {
  await choose(page, `${rows}Bea,Guest,bea at home,Guests,guests.example,40\n`);
  await page.getByRole("button", { name: "Import 2 rows without a check" }).click();
  await expect(page.getByText("2 rows read")).toBeVisible();
  return lastOf(page.url());
}

/** The contact's public URL, without an end; it has a photo too. */
async function share(page: Page, contact: number): Promise<string> {
  await page.goto(`/contacts/${contact}`);
  await uploadPhoto(page);
  await page.goto(`/contacts/${contact}?view=public`);
  await page.getByLabel("It ends").selectOption("never");
  await page.getByRole("button", { name: "Make a public URL" }).click();
  return lastOf(await page.getByLabel("Public URL", { exact: true }).inputValue());
}

/** A red field of 3 by 2 pixels with a blue corner. */
const picture =
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAGUlEQVR4AWIyNj7z/4yxMRgzzWRIZ4ABAAAAAP//NyZ+jgAAAAZJREFUAwCJtQeYVDMjlQAAAABJRU5ErkJggg==";

/** Gives the contact whose record is open a photo. */
export async function uploadPhoto(page: Page, buffer: Buffer = Buffer.from(picture, "base64")): Promise<void> {
  await page.getByRole("button", { name: /^(Add a|Change the) photo$/ }).click();
  await page.locator('input[name="photo"]').setInputFiles({ name: "photo.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Upload photo" }).click();
}

async function createProperty(page: Page): Promise<string> {
  const name = `Guest number ${Date.now().toString(36)}`;
  await page.goto("/settings/properties/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Type", { exact: true }).selectOption("Choice of several");
  await page.getByLabel("Options", { exact: true }).fill("One\nTwo");
  await page.getByRole("button", { name: "Create property" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  return lastOf(page.url());
}

/** A view that is shared with the portal, and an export. */
async function saveView(page: Page): Promise<void> {
  await page.goto("/contacts?f=email:known");
  await page.getByRole("button", { name: /^View:/ }).click();
  await page.getByLabel("Name of a new view").fill(`Guests ${Date.now().toString(36)}`);
  await page.getByLabel("Everybody in the portal sees it").check();
  await page.getByRole("button", { name: "Save as a view" }).click();
  await expect(page.getByText("The view was saved.")).toBeVisible();
  await page.goto("/exports/new?all=1");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /as CSV$/ }).click();
  await (await downloading).delete();
}

async function loadAccounts(page: Page): Promise<{ load: string; domain: string }> {
  const domain = someone().Email.split("@")[1] ?? "";
  await page.goto("/domains/accounts");
  const buffer = Buffer.from(
    `Name,Website\nGuest House,${domain}\nGuest House,${alikeTo(domain)}\nNobody,no website\n`,
  );
  await page.getByLabel("CSV file").setInputFiles({ name: "accounts.csv", mimeType: "text/csv", buffer });
  await page.getByLabel("Reason").fill("Named accounts.");
  await page.getByRole("button", { name: "Load the accounts" }).click();
  await expect(page.getByRole("heading", { name: "accounts.csv" })).toBeVisible();
  return { load: lastOf(page.url()), domain };
}

/** A domain that can be mistaken for this one, of `someone`. */
export function alikeTo(domain: string): string {
  return domain.replace("guest-", "guest");
}
