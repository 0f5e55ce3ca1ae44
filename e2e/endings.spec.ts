import { expect, test } from "./fixtures.ts";
import { addContact, card, deleteContact, lookUntil, registration, requestRegistration, someone } from "./steps.ts";
import type { Page } from "@playwright/test";

/** A contact whose domain is registered. */
async function registeredGuest(page: Page, given = {}) {
  const guest = someone(given);
  const id = await addContact(page, guest);
  await requestRegistration(page);
  await lookUntil(page, () => expect(registration(page, "Registration Status")).toHaveText("Registered"));
  return { id, guest, name: `${guest["First Name"]} ${guest["Last Name"]}` };
}

test("a registered contact is deleted, and Undo brings it back as it was", async ({ carla }) => {
  const { id, name } = await registeredGuest(carla);
  await deleteContact(carla, id);
  await expect(carla.getByText(`Deleted ${name}.`)).toBeVisible();
  await carla.goto(`/contacts/${id}`);
  await expect(carla.getByRole("heading", { name: "Deleted contact" })).toBeVisible();
  await carla.goBack();

  await carla.getByRole("button", { name: "Undo" }).click();
  await expect(carla).toHaveURL(`/contacts/${id}?saved=restored`);
  await expect(carla.getByText("The contact is back.")).toBeVisible();
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  await expect(card(carla, /^Showing All/)).toContainText("The contact was restored");
});

test("at its own address a deleted contact says so to its portal, and to nobody else", async ({
  carla,
  priya,
  visit,
}) => {
  const { id, name } = await registeredGuest(carla);
  await deleteContact(carla, id);
  const page = await visit("carla", { javaScriptEnabled: false });
  await page.goto(`/contacts/${id}`);
  await expect(page.getByRole("main")).toContainText(`${name} was deleted on`);
  await priya.goto(`/contacts/${id}`);
  await expect(priya.getByRole("heading", { name: "Not found" })).toBeVisible();
  await expect(priya.getByRole("main")).not.toContainText(name);

  await page.getByRole("button", { name: "Restore this contact" }).click();
  await expect(page.getByText("The contact is back.")).toBeVisible();
});

test("deleted contacts are found, and the chosen ones restored together", async ({ carla }) => {
  const guests = [someone(), someone()];
  for (const guest of guests) await deleteContact(carla, await addContact(carla, guest));
  await carla.getByRole("link", { name: "Deleted", exact: true }).click();
  await carla.getByLabel("Search deleted contacts").fill(guests[0]?.Email ?? "");
  await carla.getByRole("button", { name: "Search" }).click();
  await expect(carla.getByRole("table", { name: "Deleted contacts" }).getByRole("row")).toHaveCount(2);
  await carla.goto("/contacts/deleted");
  for (const guest of guests)
    await carla.getByRole("checkbox", { name: `Choose Jillian ${guest["Last Name"]}` }).check();
  await carla.getByRole("button", { name: "Restore 2 contacts" }).click();
  await expect(carla.getByText("2 contacts restored.")).toBeVisible();
});

test("while another contact has its e-mail it stays deleted, and who has it is named", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await deleteContact(carla, id);
  const other = await addContact(carla, { ...guest, "Last Name": "Other" });
  await carla.goto(`/contacts/${id}`);
  await carla.getByRole("button", { name: "Restore this contact" }).click();
  await expect(carla.getByText("1 contact could not be restored.")).toBeVisible();
  await carla.getByRole("main").getByRole("link", { name: "Jillian Other" }).click();
  await expect(carla).toHaveURL(`/contacts/${other}`);
});

test("an admin deletes a contact for good, after the consequence was read", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await deleteContact(carla, id);
  await carla.goto("/contacts/deleted");
  await carla.getByRole("checkbox", { name: `Choose Jillian ${guest["Last Name"]}` }).check();
  await carla.locator("summary").filter({ hasText: "Delete for good now" }).click();
  const dialog = carla.getByRole("alertdialog");
  await expect(dialog).toContainText("nobody can restore them");
  await dialog.getByRole("button", { name: "Delete 1 contact for good" }).click();
  await expect(carla.getByText("1 contact deleted for good.")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await carla.goto(`/contacts/${id}`);
  await expect(carla.getByRole("heading", { name: "Not found" })).toBeVisible();
});

test("two contacts are merged with the values that were chosen, and the merge is undone", async ({ carla, visit }) => {
  for (const page of [carla, await visit("carla", { javaScriptEnabled: false })]) {
    const { id, guest } = await registeredGuest(page);
    const twin = someone({ "First Name": "Jill", "Last Name": guest["Last Name"] ?? "", Website: guest.Website ?? "" });
    const other = await addContact(page, twin);
    await page.goto(`/contacts/${id}/merge?with=${other}`);
    await page.getByRole("radio", { name: "First Name: Jill", exact: true }).check();
    await expect(page.getByRole("radio", { name: `Email: ${guest.Email}` })).toBeChecked();
    await page.getByRole("button", { name: "Merge the two contacts" }).first().click();
    const dialog = page.getByRole("alertdialog");
    await expect(page.getByText("The two contacts are one now.").or(dialog)).toBeVisible();
    if (await dialog.isVisible()) await dialog.getByRole("button", { name: "Merge the two contacts" }).click();
    await expect(page.getByText("The two contacts are one now.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Jill ${guest["Last Name"]}`);
    await expect(registration(page, "Registration Status")).toContainText("Registered");
    await page.goto(`/contacts/${other}`);
    await page.getByRole("link", { name: "Open the contact that stayed" }).click();

    await page.getByRole("button", { name: "Undo merge" }).click();
    await expect(page.getByText("The merge was undone: they are two contacts again.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Jillian ${guest["Last Name"]}`);
    await expect(registration(page, "Registration Status")).toContainText("Registered");
    await page.goto(`/contacts/${other}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Jill ${guest["Last Name"]}`);
  }
});

test("duplicates are found, one pair is merged and another told apart", async ({ carla }) => {
  const [guest, other] = [someone(), someone()];
  const id = await addContact(carla, guest);
  const twin = await addContact(carla, {
    ...guest,
    "First Name": "JILLIAN",
    Email: guest.Email?.replace("@", "+news@") ?? "",
    Company: `${guest.Company}, Inc.`,
  });
  await addContact(carla, other);
  await addContact(carla, { ...other, Email: `other.${other.Email}` });

  await carla.goto("/contacts");
  await carla.getByRole("link", { name: "Duplicates", exact: true }).click();
  await carla.getByRole("button", { name: /^Look (now|again)$/ }).click();
  await expect(carla.getByText(/^Looked at .* groups found\.$/)).toBeVisible();
  const sameEmail = group(carla, "The same e-mail, spelled differently", guest["Last Name"] ?? "");
  const sameName = group(carla, "The same name and company", guest["Last Name"] ?? "");
  await expect(sameEmail.getByRole("row")).toHaveCount(3);
  await expect(sameName.getByRole("row")).toHaveCount(3);
  const theOthers = group(carla, "The same name and company", other["Last Name"] ?? "");
  await theOthers.getByRole("button", { name: /^Not duplicates/ }).click();
  await expect(carla.getByText(/^Kept apart\./)).toBeVisible();
  await expect(theOthers).toHaveCount(0);

  await carla.goto(`/contacts/${twin}`);
  await expect(carla.getByText("It looks like")).toBeVisible();
  await carla.goto("/contacts/duplicates");
  await sameEmail.getByRole("link", { name: `Merge JILLIAN ${guest["Last Name"]}` }).click();
  await carla.getByRole("button", { name: "Merge the two contacts" }).click();
  const dialog = carla.getByRole("alertdialog");
  const merged = carla.getByText("The two contacts are one now.");
  await expect(merged.or(dialog)).toBeVisible();
  if (await dialog.isVisible()) await dialog.getByRole("button", { name: "Merge the two contacts" }).click();
  await expect(merged).toBeVisible();
  await expect(carla).toHaveURL(new RegExp(`/contacts/(${id}|${twin})\\?saved=merged`));
  await carla.goto("/contacts/duplicates");
  await expect(sameEmail).toHaveCount(0);
  await expect(sameName).toHaveCount(0);
});

/** The card of a group that somebody of this name is in. */
function group(page: Page, heading: string, name: string) {
  return card(page, heading).filter({ hasText: name });
}
