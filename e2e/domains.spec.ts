import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, lookUntil, registration, requestRegistration, someone } from "./steps.ts";
import { alikeTo } from "./things.ts";

/** Somebody registered at a domain of their own; the record is open. */
async function registeredOn(page: Page) {
  const guest = someone();
  const id = await addContact(page, guest);
  await requestRegistration(page);
  await lookUntil(page, () =>
    expect(registration(page, "Registration Status")).toHaveText("Registered", { timeout: 500 }),
  );
  return { id, guest, domain: guest.Email.split("@")[1] ?? "" };
}

/** Deletes a registered contact, and releases the domain that is named. */
async function deleteContact(page: Page, id: number, release: string): Promise<void> {
  await page.goto(`/contacts/${id}`);
  await page.locator("summary").filter({ hasText: "Delete contact" }).click();
  const dialog = page.getByRole("alertdialog");
  const box = dialog.getByRole("checkbox", { name: `Also release ${release}` });
  await expect(box).not.toBeChecked();
  if (release !== "") await box.check();
  await dialog.getByRole("button", { name: "Delete contact" }).click();
  await expect(page).toHaveURL(`/contacts?deleted=${id}`);
}

test("what a request would be answered is said while the fields are filled in", async ({ carla }) => {
  const guest = someone();
  const ahead = card(carla, "If you asked now");
  await carla.goto("/contacts/new");
  await expect(ahead).toContainText("It would be Invalid Data.");
  for (const [label, value] of Object.entries({ ...guest, Website: "acme,com" }))
    await carla.getByLabel(label, { exact: true }).fill(value);
  await expect(ahead).toContainText("There is a comma where a dot should be.");
  await expect(ahead).toContainText("Shown once every rule above passes.");

  await carla.getByLabel("Website", { exact: true }).fill(guest.Website);
  await expect(ahead).toContainText("It would be Registered.");
  await expect(ahead).toContainText("A conversion event, unless registration is requested by hand Waived");
  await ahead.getByText("How the website was read").click();
  await expect(ahead).toContainText("This is what is registered, with everything below it.");

  const { domain } = await registeredOn(carla);
  await carla.goto("/contacts/new");
  for (const [label, value] of Object.entries({ ...guest, Website: domain }))
    await carla.getByLabel(label, { exact: true }).fill(value);
  await expect(ahead).toContainText("It would be Registered again.");
});

test("a domain that can be mistaken for another one is said while it is typed, and named only where it is one's own", async ({
  carla,
  priya,
}) => {
  const { domain } = await registeredOn(carla);
  const alike = alikeTo(domain);
  const guest = someone({ Website: alike });
  for (const page of [carla, priya]) {
    await page.goto("/contacts/new");
    for (const [label, value] of Object.entries(guest)) await page.getByLabel(label, { exact: true }).fill(value);
  }
  const named = `Looks like another domain. It looks almost the same as ${domain}`;
  await expect(card(carla, "If you asked now")).toContainText(named);
  const unnamed = "Looks like another domain. The sales database has a domain that looks almost the same.";
  await expect(card(priya, "If you asked now")).toContainText(unnamed);
  await expect(card(priya, "If you asked now")).not.toContainText(domain);
  await expect(card(priya, "If you asked now")).toContainText("It would be Registered.");

  await priya.goto(`/registration/${alike}`);
  await expect(card(priya, "How it stands")).toContainText(unnamed);
  const id = await addContact(priya, guest);
  await requestRegistration(priya);
  await lookUntil(priya, () =>
    expect(registration(priya, "Registration Status")).toHaveText("Registered", { timeout: 500 }),
  );
  await expect(card(priya, "How this was decided")).toContainText(unnamed);
  await expect(priya.getByRole("main")).not.toContainText(domain);
  // Her portal is the one of page 4a, where nobody is registered.
  await deleteContact(priya, id, alike);
});

test("a website of another domain is saved only after its cost was read; Escape keeps it", async ({ carla }) => {
  const { id, domain } = await registeredOn(carla);
  await carla.goto(`/contacts/${id}?view=properties&group=company_information`);
  const website = carla.getByLabel("Website", { exact: true });
  await website.fill("https://moved-elsewhere.com");
  await website.press("Enter");
  const dialog = carla.getByRole("alertdialog");
  await expect(dialog).toContainText(`${domain} stays registered to your portal until`);
  await carla.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");

  await carla.getByRole("button", { name: `Save, and leave ${domain}` }).click();
  await expect(carla.getByText("Saved.")).toBeVisible();
  await expect(registration(carla, "Registration Status")).not.toContainText("Registered");
  await carla.goto(`/registration/${domain}`);
  await expect(card(carla, "How it stands")).toContainText("Held byYou");
  await expect(card(carla, "Your history with it")).toContainText("A contact left the domain");
});

test("a contact is deleted, and its domain is released only where that was ticked", async ({ carla }) => {
  for (const release of [false, true]) {
    const { id, domain } = await registeredOn(carla);
    await deleteContact(carla, id, release ? domain : "");
    await carla.goto(`/registration/${domain}`);
    await expect(card(carla, "How it stands")).toContainText(release ? "Held byNobody" : "Held byYou");
  }
});

test("two contacts of a domain become one, after what is given up was seen", async ({ carla }) => {
  const { id, guest } = await registeredOn(carla);
  const twin = someone({ Website: guest.Website, Company: guest.Company, "First Name": "Jill" });
  const other = await addContact(carla, twin);
  // Its first request is answered, so that none is given up.
  await lookUntil(carla, () =>
    expect(registration(carla, "Registration Status")).toContainText("to fix", { timeout: 500 }),
  );
  await carla.goto(`/contacts/${id}`);
  await carla.getByRole("link", { name: "Merge with another contact" }).click();
  await carla.getByRole("link", { name: `Choose Jill ${twin["Last Name"]}` }).click();
  const row = carla.getByRole("row").filter({ hasText: "First Name" });
  await expect(row).toContainText("Jillian");
  await expect(row).toContainText("Jill");
  await carla.getByRole("button", { name: "Merge the two contacts" }).click();
  await expect(carla.getByText("The two contacts are one now.")).toBeVisible();
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  await carla.goto(`/contacts/${other}`);
  await expect(carla.getByRole("heading", { name: "Merged into another contact" })).toBeVisible();
});

test("a merge that gives a registration up says so first, and without JavaScript beside the values", async ({
  carla,
  visit,
}) => {
  for (const page of [carla, await visit("carla", { javaScriptEnabled: false })]) {
    const { id: other, domain } = await registeredOn(page);
    const survivor = await addContact(page, someone());
    await page.goto(`/contacts/${survivor}/merge?with=${other}`);
    const cost = `${domain} stays registered to your portal until`;
    await expect(page.getByRole("status")).toContainText(cost);
    await page.getByRole("button", { name: "Merge the two contacts" }).click();
    if (page === carla) {
      const dialog = page.getByRole("alertdialog");
      await expect(dialog).toContainText(cost);
      await dialog.getByRole("button", { name: "Keep both" }).click();
      await expect(dialog).toHaveCount(0);
      await page.getByRole("button", { name: "Merge the two contacts" }).click();
      await dialog.getByRole("button", { name: "Merge the two contacts" }).click();
    }
    await expect(page.getByText("The two contacts are one now.")).toBeVisible();
    await page.goto(`/contacts/${other}`);
    await expect(page.getByRole("heading", { name: "Merged into another contact" })).toBeVisible();
    await page.goto(`/registration/${domain}`);
    await expect(card(page, "How it stands")).toContainText("Held byYou");
  }
});

test("any spelling leads to the page of a domain; one that cannot be read is explained", async ({ carla }) => {
  await carla.goto("/registration");
  await carla.getByLabel("Website", { exact: true }).fill("info@spelled-so.com");
  await carla.getByRole("button", { name: "Look up" }).click();
  await expect(carla.getByText("This is an e-mail address.")).toBeVisible();
  await carla.getByRole("link", { name: "spelled-so.com" }).click();
  await expect(carla.getByRole("heading", { name: "spelled-so.com" })).toBeVisible();
  await expect(card(carla, "How it stands")).toContainText("Nobody holds this domain");
});

test("whoever does not hold a domain is never told who does, and may watch it", async ({ carla, bram }) => {
  const { domain } = await registeredOn(carla);
  await bram.goto(`/registration/${domain}`);
  await expect(card(bram, "How it stands")).toContainText("Held byAnother partner");
  const told = await bram.locator("main").innerText();
  for (const secret of ["Sandpit", "260118", "Carla"]) expect(told).not.toContain(secret);
  await bram.getByRole("button", { name: "Tell me when it is free" }).click();
  await expect(bram.getByText("You will be told when this domain is free.")).toBeVisible();

  await carla.goto(`/registration/${domain}`);
  await carla
    .locator("summary")
    .filter({ hasText: `Release ${domain}` })
    .click();
  await expect(carla.getByText("1 contact of yours goes blank.")).toBeVisible();
  await carla.getByRole("button", { name: `Release ${domain}` }).click();
  await expect(carla.getByText("The domain was released.")).toBeVisible();
  await lookUntil(bram, () => expect(card(bram, "How it stands")).toContainText("Held byNobody", { timeout: 500 }));
  await bram.goto("/notices");
  await lookUntil(bram, () => expect(bram.getByText(domain).first()).toBeVisible({ timeout: 500 }));
});

test("a domain changes hands: offered, accepted, let through", async ({ carla, bram, chidi }) => {
  const { domain } = await registeredOn(carla);
  await carla.goto(`/registration/${domain}`);
  await carla.getByLabel("Hub ID of the other portal").fill("1");
  await carla.getByRole("button", { name: "Offer the transfer" }).click();
  await expect(carla.getByText("No other partner has this Hub ID.")).toBeVisible();
  await carla.getByLabel("Hub ID of the other portal").fill("214907");
  await carla.getByRole("button", { name: "Offer the transfer" }).click();
  await expect(carla.getByText("The transfer was offered.")).toBeVisible();

  await bram.goto("/registration");
  await bram.getByRole("link", { name: domain }).click();
  await bram.getByRole("button", { name: "Accept the transfer" }).click();
  await expect(bram.getByText("You agreed.")).toBeVisible();

  await chidi.goto("/domains/transfers");
  await chidi.getByRole("button", { name: `Approve the transfer of ${domain}` }).click();
  await expect(chidi.getByText("The transfer went through.")).toBeVisible();
  await bram.goto(`/registration/${domain}`);
  await expect(card(bram, "How it stands")).toContainText("Held byYou");
  await expect(card(bram, "Transfer it")).toContainText("is locked until");
});

test("the channel manager revokes a registration, and the partner reads why", async ({ carla, chidi }) => {
  const { id, domain } = await registeredOn(carla);
  await chidi.goto(`/domains/${domain}`);
  await chidi.getByLabel("Reason for the partner").fill("Registered by mistake.");
  await chidi.getByRole("button", { name: "Revoke the registration" }).click();
  await expect(chidi.getByText("The registration was revoked")).toBeVisible();
  await carla.goto(`/contacts/${id}`);
  await expect(registration(carla, "Registration Status")).not.toContainText("Registered");
  await carla.goto(`/registration/${domain}`);
  await expect(card(carla, "Your history with it")).toContainText("Registered by mistake.");
});

test("those of a request that were not registered are asked for again", async ({ carla }) => {
  const lacking = await addContact(carla, someone({ Company: "" }));
  await carla.goto(`/requests/new?ids=${lacking}`);
  await carla.getByLabel(/^Also ask for the 1 that lacks data/).check();
  await carla.getByRole("button", { name: /^Request registration for/ }).click();
  await expect(carla.getByText("Finished: every request was answered.")).toBeVisible();
  await lookUntil(carla, () =>
    expect(carla.getByRole("link", { name: "Ask again for the 1 contact not registered" })).toBeVisible({
      timeout: 500,
    }),
  );
  await carla.getByRole("link", { name: "Ask again for the 1 contact not registered" }).click();
  await expect(carla.getByText("1 lacks data")).toBeVisible();
});
