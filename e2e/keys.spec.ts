import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectFocus, open } from "./keys.ts";
import { addContact, someone } from "./steps.ts";

// Single keys, the palette and the preview: for whoever would rather not leave the keyboard.

const palette = (page: Page) => page.getByRole("dialog", { name: "Go to, do or find" });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole("option", { name });
const preview = (page: Page) => page.getByRole("complementary", { name: "Preview" });
const rowOf = (page: Page, lastName: string) => page.getByRole("link", { name: lastName }).first();

test("Ctrl-K goes to a page, does something, and finds a contact and a list", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await open(carla, "/dashboard");

  await carla.keyboard.press("Control+k");
  await expectFocus(palette(carla).getByRole("combobox"));
  await carla.keyboard.type("requ");
  await expect(option(carla, "Requests")).toBeVisible();
  await expect(option(carla, "Add New Contact")).toBeHidden();
  await carla.keyboard.press("Escape");
  await expect(palette(carla)).toBeHidden();

  await carla.keyboard.press("Control+k");
  await carla.keyboard.type(guest["Last Name"]);
  await expect(option(carla, new RegExp(guest["Last Name"]))).toHaveCount(2);
  await carla.keyboard.press("ArrowDown");
  await carla.keyboard.press("Enter");
  await carla.waitForURL(`**/contacts/${id}`);

  await carla.keyboard.press("Control+k");
  await carla.keyboard.type("lists of this");
  // Enter takes what stands first.
  await expect(option(carla, "Lists of this contact")).toHaveAttribute("aria-selected", "true");
  await carla.keyboard.press("Enter");
  await carla.waitForURL(`**/contacts/${id}?view=lists`);

  await carla.keyboard.press("Control+k");
  await carla.keyboard.type("invalid");
  await option(carla, /Invalid Data/).click();
  await carla.waitForURL(/\/lists\/\d+$/);
});

test("the palette opens by a press in the search box too, and searches when nothing is called so", async ({
  carla,
}) => {
  await open(carla, "/contacts");
  await carla.getByRole("button", { name: "Go to, do or find" }).click();
  await expectFocus(palette(carla).getByRole("combobox"));
  await carla.keyboard.type("zzz nobody");
  await expect(option(carla, "Search contacts for “zzz nobody”")).toBeVisible();
  await carla.keyboard.press("Enter");
  await carla.waitForURL("**/contacts?q=zzz%20nobody");
  await expect(carla.getByText("No contact matches")).toBeVisible();
});

test("what a key opened keeps the focus until it is closed, and then it is where it was", async ({ carla }) => {
  const guest = someone();
  await addContact(carla, guest);
  await open(carla, "/contacts");
  await carla.keyboard.press("j");
  for (const [key, name] of [
    ["Control+k", "Go to, do or find"],
    ["?", "Keys"],
  ] as const) {
    const opened = carla.getByRole("dialog", { name });
    await carla.keyboard.press(key);
    await expect(opened).toBeVisible();
    await carla.keyboard.press("Escape");
    await expect(opened).toBeHidden();
    await expectFocus(rowOf(carla, guest["Last Name"]));

    await carla.keyboard.press(key);
    await opened.getByRole("button", { name: "Close" }).press("Enter");
    await expect(opened).toBeHidden();
    await expectFocus(rowOf(carla, guest["Last Name"]));
  }

  await carla.keyboard.press("Control+k");
  await expectFocus(palette(carla).getByRole("combobox"));
  await carla.keyboard.press("Tab");
  await expectFocus(palette(carla).getByRole("button", { name: "Close" }));
  await carla.keyboard.press("Shift+Tab");
  await expectFocus(palette(carla).getByRole("combobox"));
  await carla.mouse.click(5, 500);
  await expect(palette(carla)).toBeHidden();
});

test("J and K go through the rows, Space previews, X chooses, R asks", async ({ carla }) => {
  const [first, second] = [someone(), someone()];
  const firstId = await addContact(carla, first);
  await addContact(carla, second);
  await open(carla, "/contacts");

  await carla.keyboard.press("j");
  await expectFocus(rowOf(carla, second["Last Name"]));
  await carla.keyboard.press("j");
  await expectFocus(rowOf(carla, first["Last Name"]));
  await carla.keyboard.press("k");
  await carla.keyboard.press("Space");
  await expect(preview(carla).getByRole("heading")).toContainText(second["Last Name"]);
  await expect(preview(carla)).toContainText(second.Company);
  await carla.keyboard.press("j");
  await expect(preview(carla).getByRole("heading")).toContainText(first["Last Name"]);
  await expectFocus(rowOf(carla, first["Last Name"]));
  await carla.keyboard.press("Escape");
  await expect(preview(carla)).toBeHidden();

  await carla.keyboard.press("x");
  await expect(carla.getByRole("button", { name: "Request registration for 1 contact" })).toBeVisible();
  await carla.keyboard.press("r");
  await carla.waitForURL(`**/requests/new?ids=${firstId}`);
});

test("a click on a row previews it, and a property is changed where it stands", async ({ carla }) => {
  const guest = someone();
  await addContact(carla, guest);
  await carla.goto("/contacts");
  const row = carla.getByRole("row").filter({ hasText: guest["Last Name"] });
  await row.getByRole("cell").filter({ hasText: guest.Email }).click();

  await edit(carla, "Company").click();
  const field = preview(carla).getByRole("textbox");
  await expectFocus(field);
  await field.fill("Guest House Two");
  await carla.keyboard.press("Enter");
  await expect(preview(carla).getByText("Guest House Two").first()).toBeVisible();
  await expect(row).toContainText("Guest House Two");

  await edit(carla, "Email").click();
  await preview(carla).getByRole("textbox").fill("not an address");
  await carla.keyboard.press("Enter");
  await expect(preview(carla)).toContainText("e-mail");
  await expect(row).toContainText(guest.Email);
  await carla.keyboard.press("Escape");
  await expect(edit(carla, "Email")).toBeVisible();
  await expect(preview(carla).getByText(guest.Email)).toBeVisible();
});

test("two clicks on a cell change its property there", async ({ carla }) => {
  const guest = someone();
  await addContact(carla, guest);
  await carla.goto("/contacts");
  const row = carla.getByRole("row").filter({ hasText: guest["Last Name"] });
  const editor = (label: string) => carla.getByRole("dialog", { name: `Change ${label}` });

  await row.getByRole("cell").filter({ hasText: guest.Company }).dblclick();
  await expectFocus(editor("Company").getByLabel("Company"));
  await carla.keyboard.type("Guest House Three");
  await carla.keyboard.press("Enter");
  await expect(row).toContainText("Guest House Three");
  await expect(editor("Company")).toBeHidden();
  await expectFocus(rowOf(carla, guest["Last Name"]));

  await row.getByRole("cell").filter({ hasText: guest.Email }).dblclick();
  await editor("Email").getByLabel("Email").fill("nobody at all");
  await carla.keyboard.press("Enter");
  await expect(editor("Email").getByLabel("Email")).toHaveAttribute("aria-invalid", "true");
  await carla.keyboard.press("Escape");
  await expect(editor("Email")).toBeHidden();
  await expect(row).toContainText(guest.Email);

  await row
    .getByRole("cell")
    .filter({ hasText: /^\d+\/\d+\/\d+$/ })
    .dblclick();
  await expect(editor("Created On")).toContainText("Created On is written by Dibs.");
  await expect(preview(carla)).toBeHidden();
});

const edit = (page: Page, label: string) => preview(page).getByRole("button", { name: `Edit ${label}` });

test("? shows the keys; they are changed and switched off, and no two may be the same", async ({ carla }) => {
  await open(carla, "/contacts");
  await carla.keyboard.press("?");
  const help = carla.getByRole("dialog", { name: "Keys" });
  await expect(help.getByText("Next contact").first()).toBeVisible();
  await help.getByRole("link", { name: "Change the keys" }).click();

  await carla.getByLabel("Next contact").fill("k");
  await carla.getByRole("button", { name: "Keep these keys" }).click();
  await expect(carla.getByText("K is the key for “Next contact” already. Choose another one.")).toBeVisible();
  await carla.getByLabel("Next contact").fill("w");
  await carla.getByRole("button", { name: "Keep these keys" }).click();
  await expect(carla.getByText("The keys are kept in this browser.")).toBeVisible();

  await open(carla, "/contacts");
  await carla.keyboard.press("j");
  await expectFocus(carla.getByRole("main"));
  await carla.keyboard.press("w");
  await expectFocus(carla.locator("main tbody a.name").first());

  await carla.goto("/settings/keys");
  await carla.getByLabel("Single keys").uncheck();
  await carla.getByRole("button", { name: "Keep these keys" }).click();
  await expect(carla.getByText("The keys are kept in this browser.")).toBeVisible();
  await open(carla, "/contacts");
  await carla.keyboard.press("w");
  await expectFocus(carla.getByRole("main"));

  await carla.goto("/settings/keys");
  await carla.getByRole("button", { name: "As they were made" }).click();
  await expect(carla.getByLabel("Next contact")).toHaveValue("j");
});

test("a key that is typed into a field is a letter", async ({ carla }) => {
  await open(carla, "/contacts");
  await carla.keyboard.press("/");
  await carla.keyboard.type("njkx?");
  await expect(carla.getByRole("main").getByRole("searchbox")).toHaveValue("njkx?");
  await expect(carla.getByRole("dialog")).toBeHidden();
});

test("the keys are changed without JavaScript", async ({ visit }) => {
  const page = await visit("carla", { javaScriptEnabled: false });
  await page.goto("/settings/keys");
  await page.getByLabel("Skip").fill("w");
  await page.getByRole("button", { name: "Keep these keys" }).click();
  await expect(page.getByText("The keys are kept in this browser.")).toBeVisible();
  await expect(page.getByLabel("Skip")).toHaveValue("w");
});
