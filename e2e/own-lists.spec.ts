import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, lookUntil, someone } from "./steps.ts";

// Lists of a portal's own: made of a rule, or by hand.

let lists = 0;
/** A name that no other list has. */
function named(what: string): string {
  lists += 1;
  return `${what} ${Date.now().toString(36)}-${lists}`;
}

async function chooseLine(page: Page, line: string, [property, asks, value]: [string, string, string?]): Promise<void> {
  await page.getByLabel(`Property of line ${line}`).selectOption({ label: property });
  await page.getByLabel(`What is asked in line ${line}`).selectOption({ label: asks });
  if (value !== undefined) await page.getByLabel(`Value 1 of line ${line}`).fill(value);
}

/** How many options a select has the moment it is there, after a press on a button. */
async function optionsWithPress(page: Page, button: string, label: string): Promise<number> {
  const counted = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const seen = new MutationObserver(() => {
          const found = [...document.querySelectorAll("select")].find((each) => each.labels[0]?.textContent === wanted);
          if (found === undefined) return;
          seen.disconnect();
          resolve(found.options.length);
        });
        seen.observe(document.body, { childList: true, subtree: true });
      }),
    label,
  );
  await page.getByRole("button", { name: button }).first().click();
  return counted;
}

const domainOf = (email: string) => email.split("@")[1] ?? "";

const members = (page: Page) => page.getByRole("table", { name: "Contacts" }).getByRole("row");

test("a smart list is made of lines and groups, counted while it is made, and follows its contacts", async ({
  carla,
}) => {
  const [ann, ben] = [someone({ "First Name": "Ann" }), someone({ "First Name": "Ben" })];
  const [annId, benId] = [await addContact(carla, ann), await addContact(carla, ben)];
  const [first, second] = [domainOf(ann.Email), domainOf(ben.Email)];
  const name = named("Two domains");

  await carla.goto("/lists/new");
  await carla.getByLabel("Name", { exact: true }).fill(name);
  await chooseLine(carla, "0", ["First Name", "is", "ann"]);
  await carla.getByRole("button", { name: "Add group" }).click();
  await chooseLine(carla, "1.0", ["Email", "ends with", first]);
  await carla.getByRole("button", { name: "Add line" }).first().click();
  await chooseLine(carla, "1.1", ["Email", "ends with", second]);
  const preview = card(carla, "Who is in it");
  await expect(preview).toContainText("1 contact");
  await expect(preview).toContainText(`First Name is “ann”, and (Email ends with “${first}”, or`);
  await expect(preview).toContainText(`Ann ${ann["Last Name"]}`);

  await carla.getByRole("button", { name: "Create list" }).click();
  await expect(carla.getByRole("heading", { name })).toBeVisible();
  await lookUntil(carla, () => expect(carla.getByText("Smart list, 1 contact")).toBeVisible({ timeout: 500 }));
  const address = carla.url();
  await expect(carla.getByText("Contacts are in this list when First Name is “ann”")).toBeVisible();

  await carla.goto(`/contacts/${benId}?view=properties&group=contact`);
  await carla.getByLabel("First Name", { exact: true }).fill("ANN");
  await card(carla, "Contact").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.")).toBeVisible();
  await carla.goto(address);
  await expect(carla.getByText("Smart list, 2 contacts")).toBeVisible();
  await expect(card(carla, "Joined and left").getByRole("row")).toHaveCount(3);

  await carla.goto(`/contacts/${annId}?view=lists`);
  await carla.getByRole("link", { name: "Why?" }).last().click();
  await expect(card(carla, "Test a contact")).toContainText("is in this list");
  await expect(card(carla, "Test a contact")).toContainText("It is “Ann”.");
});

test("a line that is added comes a frame before its options, and one that moves up keeps its property", async ({
  carla,
}) => {
  await carla.goto("/lists/new");
  await chooseLine(carla, "0", ["First Name", "is", "ann"]);
  const first = await optionsWithPress(carla, "Add line", "Property of line 1");
  expect(first).toBe(1);
  await expect.poll(() => carla.getByLabel("Property of line 1").locator("option").count()).toBeGreaterThan(10);

  await chooseLine(carla, "1", ["Email", "ends with", "example.com"]);
  await carla.getByRole("button", { name: "Remove line 0" }).click();
  await expect(carla.getByLabel("Property of line 1")).toHaveCount(0);
  const left = carla.getByLabel("Property of line 0");
  await expect(left.locator("option:checked")).toHaveText("Email");
  await expect(carla.getByLabel("Value 1 of line 0")).toHaveValue("example.com");
});

test("what is missing in a rule is said beside its line, and nothing that was typed is lost", async ({ carla }) => {
  await carla.goto("/lists/new");
  await chooseLine(carla, "0", ["Number of Employees", "is above", "many"]);
  await carla.getByRole("button", { name: "Create list" }).click();
  await expect(carla.getByText("Give the list a name.")).toBeVisible();
  await carla.getByLabel("Name", { exact: true }).fill(named("Large"));
  await carla.getByRole("button", { name: "Create list" }).click();
  await expect(carla.getByText("Enter a number.")).toBeVisible();
  await expect(carla.getByLabel("Value 1 of line 0")).toHaveValue("many");
  await carla.getByLabel("Value 1 of line 0").fill("1000");
  await carla.getByRole("button", { name: "Remove line 0" }).click();
  await expect(carla.getByLabel("Property of line 0")).toHaveCount(0);
  await carla.getByRole("button", { name: "Create list" }).click();
  await expect(carla.getByText("Add at least one line to the rule.")).toBeVisible();
});

test("a static list is filled from records; it is cloned, edited, archived and put back", async ({ carla }) => {
  const id = await addContact(carla, someone());
  const [name, other] = [named("Guests"), named("Visitors")];
  await carla.goto("/lists/folders/new");
  const folder = named("Spring");
  await carla.getByLabel("Name", { exact: true }).fill(folder);
  await carla.getByRole("button", { name: "Create folder" }).click();
  await expect(carla.getByText("The folder was created.")).toBeVisible();

  await carla.goto("/lists/new");
  await carla.getByLabel("Name", { exact: true }).fill(name);
  await carla.getByLabel("Folder").selectOption(folder);
  await carla.getByLabel("Type").selectOption("static");
  await carla.getByRole("button", { name: "Create list" }).click();
  await expect(carla.getByText("Static list, 0 contacts")).toBeVisible();
  const address = new URL(carla.url()).pathname;

  await carla.goto(`/contacts/${id}?view=lists`);
  await carla.getByLabel(name, { exact: true }).check();
  await carla.getByRole("button", { name: "Save lists" }).click();
  await expect(carla.getByText("The lists were saved.")).toBeVisible();
  await carla.goto(address);
  await expect(carla.getByText("Static list, 1 contact, 1 joined in 7 days")).toBeVisible();
  await expect(members(carla)).toHaveCount(2);

  await carla.getByRole("link", { name: "Edit list" }).click();
  await carla.getByLabel("Name", { exact: true }).fill(other);
  await carla.getByRole("button", { name: "Save list" }).click();
  await expect(carla.getByRole("heading", { name: other })).toBeVisible();
  await carla.getByRole("button", { name: "Archive" }).click();
  await expect(carla.getByText("The list is archived. Who was in it is kept.")).toBeVisible();
  await carla.goto(`/lists?kind=archived&folder=${encodeURIComponent(folder)}`);
  await expect(carla.getByRole("table", { name: "Lists" }).getByRole("row")).toHaveCount(2);
  await carla.getByRole("link", { name: other }).click();
  await carla.getByRole("button", { name: "Put back" }).click();
  await expect(carla.getByText("The list is back in use.")).toBeVisible();

  await carla.goto(`/contacts/${id}?view=lists`);
  await carla.getByLabel(other, { exact: true }).uncheck();
  await carla.getByRole("button", { name: "Save lists" }).click();
  await expect(carla.getByText("The lists were saved.")).toBeVisible();
});

test("without JavaScript a rule is made line by line", async ({ visit }) => {
  const page = await visit("carla", { javaScriptEnabled: false });
  const name = named("Plain");
  await page.goto("/lists/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Property of line 0").selectOption({ label: "Created on" });
  await page.getByRole("button", { name: "Show what can be asked" }).click();
  await page.getByLabel("What is asked in line 0").selectOption({ label: "is in the last days" });
  await page.getByRole("button", { name: "Show what can be asked" }).click();
  await page.getByLabel("Value 1 of line 0").fill("30");
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("Contacts are in this list when Created on is in the last 30 days.")).toBeVisible();
});

test("another portal sees neither the list nor who is in it", async ({ priya, things }) => {
  for (const path of [`/lists/${things.ownList}`, `/lists/${things.ownList}/edit`]) {
    expect((await priya.request.get(path)).status()).toBe(404);
  }
  await priya.goto(`/contacts?list=${things.ownList}`);
  await expect(priya.getByText("No contact matches")).toBeVisible();
});
