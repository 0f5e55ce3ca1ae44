import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, numberIn, sizesInRail, someone } from "./steps.ts";

// Page 1a of the guide, newest first.
const newest = [
  "bnault@hello.com",
  "Kimberly Dempsey",
  "Sam Kusnitz",
  "Kyle Beaudreault",
  "Michael Vegeto",
  "Anna Faber-Hammond",
  "Anna Faber-Hammond",
  "Brian Balfour",
  "Zachary Reynolds",
  "Raynor Bugayong",
  "Logan Gillis",
  "Jesse Moran",
  "Graham O'Connor",
  "Jason Azocar",
];

test("1a: contacts home shows the people and the two counters of the guide", async ({ priya }) => {
  await priya.goto("/contacts");
  expect((await names(priya)).slice(0, newest.length)).toEqual(newest);
  await expect(figure(priya, "Total contacts")).toHaveText("3,638");
  await expect(figure(priya, "Last contact added")).toHaveText("21h ago");
  for (const words of [
    "Group your contacts into ultra-targeted segments.",
    "Send the kinds of emails your contacts love to read.",
    "Let workflows handle your most valuable routine tasks.",
    "Make better forms, gather more data, convert more contacts.",
    "Bend the universe to your will. Start with your software.",
  ])
    await expect(priya.getByText(words)).toBeVisible();
});

test("1a: the Contacts menu has its seven places, and each is there", async ({ priya }) => {
  await priya.goto("/contacts");
  await priya.getByRole("button", { name: "Contacts", exact: true }).click();
  const places = priya.getByRole("navigation", { name: "Contacts", exact: true }).getByRole("link");
  await expect(places).toHaveText([
    "Contacts Home",
    "Prospects",
    "Lists",
    "Workflows",
    "Forms",
    "Imports",
    "Contacts Settings",
  ]);
  const leadingTo = await places.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const address of leadingTo) expect((await priya.request.get(address)).status(), address).toBe(200);
});

test("1b: the three Jillians are found as one types, and the address keeps the search", async ({ priya }) => {
  await priya.goto("/contacts");
  await search(priya).pressSequentially("jillian ");
  await expect.poll(() => names(priya)).toEqual(["Jillian Wohlfarth", "Jillian Day", "Jillian Berry"]);
  await expect(priya).toHaveURL(/[?&]q=jillian/);
  await priya.reload();
  expect(await names(priya)).toEqual(["Jillian Wohlfarth", "Jillian Day", "Jillian Berry"]);

  await search(priya).fill("nobody is called so");
  await expect(priya.getByRole("heading", { name: "No contact matches" })).toBeVisible();
  await search(priya).fill("");
  await expect.poll(() => names(priya)).toContain("Kimberly Dempsey");
});

test("all whom a search finds are there when no letter follows", async ({ priya }) => {
  await priya.goto("/contacts");
  await search(priya).pressSequentially("jillian ");
  await expect(priya.locator("tbody tr")).toHaveCount(3);
  await search(priya).fill("com");
  await expect(priya.locator("tbody tr")).toHaveCount(100);
});

test("choosing everybody in the moment in which an answer comes chooses all of the page", async ({ priya }) => {
  await priya.goto("/contacts");
  await expect(priya.getByLabel("Choose every contact on this page")).toBeVisible();
  await priya.evaluate(() => {
    const before = document.querySelector("tbody");
    // As soon as the first rows of another table are there, and before they are painted.
    new MutationObserver((_, watching) => {
      if (document.querySelector("tbody") === before) return;
      watching.disconnect();
      document.body.dataset["rowsThen"] = String(document.querySelectorAll("tbody tr").length);
      document.querySelector<HTMLInputElement>("thead input[type=checkbox]")?.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  // At one go: letter by letter a later answer may take the place of the one in which all were chosen.
  await search(priya).fill("com");
  await expect(priya.getByText("100 contacts chosen.")).toBeVisible();
  await expect(priya.locator("body")).toHaveAttribute("data-rows-then", "12");
});

test("1c, 1d: the record has the sidebar, the groups and the values of the guide", async ({ priya }) => {
  await priya.goto("/contacts?q=jillian+berry");
  await priya.getByRole("link", { name: "Jillian Berry" }).click();
  await expect(priya.getByRole("heading", { name: "Jillian Berry", level: 1 })).toBeVisible();
  for (const words of ["First Touch", "Last Touch", "Lifecycle Stage", "jillzzy", "103", "Offline Sources"])
    await expect(priya.getByText(words, { exact: true }).first()).toBeVisible();

  const sidebar = priya.getByRole("navigation", { name: "Contact", exact: true });
  await sidebar.getByRole("link", { name: "Properties" }).click();
  for (const group of [
    "Contact",
    "Analytics",
    "Company Information",
    "Conversion Information",
    "Email",
    "Owner Information",
    "Social Media",
    "Salesforce",
    "Other Properties",
    "Calls",
    "Partner Registration Information",
  ])
    await expect(sidebar.getByRole("link", { name: group, exact: true })).toBeVisible();
});

test("a label and a hint belong to their own field, on a page that was navigated to as well", async ({ priya }) => {
  await priya.goto("/contacts?q=jillian+berry");
  await priya.getByRole("link", { name: "Jillian Berry" }).click();
  await expect(priya.getByLabel("Registration Action", { exact: true })).toHaveRole("combobox");
  await priya.getByRole("button", { name: "About Expiration Date" }).click();
  await expect(priya.getByText("The last day on which the domain is yours.")).toBeVisible();
});

test("the list picker shows one list, with JavaScript off too", async ({ visit }) => {
  const page = await visit("priya", { javaScriptEnabled: false });
  await page.goto("/contacts");
  await page.getByLabel("List", { exact: true }).selectOption("HubSpot Partner - Invalid Data");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("3,631 contacts").filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(101);
});

test("a sorted list goes on and back in its order, and nobody comes twice", async ({ priya }) => {
  await priya.goto("/contacts");
  await priya.getByRole("link", { name: "Name" }).click();
  await expect(priya.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");

  const first = await addresses(priya);
  const second = await turn(priya, "Older", first);
  const third = await turn(priya, "Older", second);
  expect(new Set([...first, ...second, ...third]).size).toBe(300);
  expect(await turn(priya, "Newer", third)).toEqual(second);
  expect(await turn(priya, "Newer", second)).toEqual(first);

  const sorted = (await names(priya)).map((name) => name.toLowerCase());
  expect(sorted).toEqual(sorted.toSorted());
});

test("a new contact with a bad e-mail is refused beside the field, then added", async ({ carla }) => {
  const guest = someone();
  await carla.goto("/contacts");
  await carla.getByRole("link", { name: "Add New Contact" }).click();
  for (const [label, typed] of Object.entries({ ...guest, Email: "jillian at home" }))
    await carla.getByLabel(label, { exact: true }).fill(typed);
  await carla.getByRole("button", { name: "Add contact" }).click();

  const email = carla.getByLabel("Email", { exact: true });
  await expect(email).toHaveAccessibleDescription(/is not an e-mail address: write it like name@company\.com/);
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveValue("jillian at home");
  await expect(carla.getByLabel("Company", { exact: true })).toHaveValue(guest.Company);

  await email.fill(guest.Email);
  await carla.getByRole("button", { name: "Add contact" }).click();
  await expect(carla.getByText("Contact added.")).toBeVisible();
  await expect(carla.getByRole("heading", { level: 1 })).toHaveText(`Jillian ${guest["Last Name"]}`);

  await carla.goto("/contacts/new");
  await carla.getByLabel("Email", { exact: true }).fill(guest.Email.toUpperCase());
  await carla.getByRole("button", { name: "Add contact" }).click();
  await expect(email).toHaveAccessibleDescription(/Another contact of this portal has that e-mail/);
});

test("a property is discarded, saved, and kept in the history", async ({ carla }) => {
  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}?view=properties&group=contact`);
  const jobTitle = carla.getByLabel("Job Title", { exact: true });
  const form = card(carla, "Contact");
  await jobTitle.fill("Chief of Nothing");
  await form.getByRole("button", { name: "Discard" }).click();
  await expect(jobTitle).toHaveValue("");

  await jobTitle.fill("Chief of Everything");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(jobTitle).toHaveValue("Chief of Everything");

  await carla.getByRole("link", { name: "Property History" }).click();
  const change = carla.getByRole("row").filter({ hasText: "Job Title" });
  await expect(change).toContainText("Chief of Everything");
  await expect(change).toContainText("Person: Carla Finch");
});

test("a deleted contact is gone, from the lists too", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await expect.poll(async () => (await record(carla, id)).properties["registration_status"]).toBe("INVALID_DATA");
  await carla.reload();
  const before = await sizesInRail(carla);

  await carla.getByText("Delete contact").first().click();
  await carla.getByRole("alertdialog").getByRole("button", { name: "Delete contact" }).click();
  await expect(carla).toHaveURL(`/contacts?deleted=${id}`);
  expect((await carla.request.get(`/api/contacts/${id}`)).status()).toBe(404);
  await carla.goto(`/contacts/${id}`);
  await expect(carla.getByRole("heading", { name: "Deleted contact" })).toBeVisible();
  const after = await sizesInRail(carla);
  expect(after["Invalid Data"]).toBe((before["Invalid Data"] ?? 0) - 1);
});

test("the total follows who is added and deleted", async ({ carla }) => {
  await carla.goto("/contacts");
  const before = numberIn(await figure(carla, "Total contacts").innerText());
  await addContact(carla, someone());
  await carla.goto("/contacts");
  await expect(figure(carla, "Total contacts")).toHaveText((before + 1).toLocaleString("en-US"));
  await expect(figure(carla, "Last contact added")).toHaveText("just now");
});

async function record(page: Page, id: number): Promise<{ properties: Record<string, string> }> {
  const answer = await page.request.get(`/api/contacts/${id}`);
  return answer.json();
}

function search(page: Page) {
  return page.getByRole("main").getByLabel("Search contacts");
}

function figure(page: Page, label: string) {
  const term = page.locator("dt").filter({ hasText: label });
  return page.locator("dl > div").filter({ has: term }).locator("dd");
}

function contactLinks(page: Page) {
  return page.getByRole("rowheader").getByRole("link");
}

function names(page: Page): Promise<string[]> {
  return contactLinks(page).allTextContents();
}

function addresses(page: Page): Promise<string[]> {
  return contactLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

/** Goes to the next or previous page, and answers who stands there. */
async function turn(page: Page, way: "Older" | "Newer", from: string[]): Promise<string[]> {
  await page.getByRole("link", { name: way }).click();
  await expect.poll(() => addresses(page)).not.toEqual(from);
  return addresses(page);
}
