import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { addContact, card, requestRegistration, someone } from "./steps.ts";

const settings = "/settings/properties";
let made = 0;

/** A name that the portal has not used yet. */
function named(word: string): string {
  made += 1;
  return `${word} ${Date.now().toString(36)}${made}`;
}

type Asked = { type: string } & Partial<Record<"Group" | "Description" | "Options" | "At least" | "At most", string>>;

async function createProperty(page: Page, name: string, { type, Group: group, ...texts }: Asked): Promise<void> {
  await page.goto(`${settings}/new`);
  await field(page, "Name").fill(name);
  await field(page, "Type").selectOption(type);
  if (group !== undefined) await field(page, "Group").selectOption(group);
  for (const [label, value] of Object.entries(texts)) await field(page, label).fill(value);
  await page.getByRole("button", { name: "Create property" }).click();
  await expect(page.getByText("The property is made.")).toBeVisible();
}

function field(page: Page, label: string): Locator {
  return page.getByRole("main").getByLabel(label, { exact: true });
}

async function save(page: Page, heading: string): Promise<void> {
  await card(page, heading).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
}

function line(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ hasText: name });
}

test("1d: an admin makes a property of each type, and records keep what is chosen there", async ({ carla }) => {
  const own = { number: named("Bookings"), at: named("Met at"), wine: named("Wine"), wines: named("Wines") };
  const [isVip, born] = [named("VIP"), named("Born on")];
  const group = "Other Properties";
  const options = "red = Red wine\nWhite\nRosé";
  await createProperty(carla, own.number, { type: "Number", Group: group, "At most": "50", Description: "Of rooms." });
  await createProperty(carla, own.at, { type: "Date and time", Group: group });
  await createProperty(carla, own.wine, { type: "Choice of one", Group: group, Options: options });
  await createProperty(carla, own.wines, { type: "Choice of several", Group: group, Options: options });
  await createProperty(carla, isVip, { type: "Yes or no", Group: group });
  await createProperty(carla, born, { type: "Date", Group: group });

  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}?view=properties&group=other_properties`);
  await carla.getByRole("button", { name: `About ${own.number}` }).click();
  await expect(carla.getByText("Of rooms.")).toBeVisible();
  await carla.keyboard.press("Escape");
  await field(carla, own.number).fill("51");
  await field(carla, own.at).fill("2026-05-06T10:30");
  await field(carla, own.wine).selectOption("Red wine");
  const wines = carla.getByRole("group", { name: own.wines });
  await wines.getByLabel("Rosé").check();
  await wines.getByLabel("White").check();
  await field(carla, isVip).selectOption("Yes");
  await field(carla, born).fill("1990-02-03");
  await card(carla, group).getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText(`${own.number} is above 50`)).toBeVisible();
  await expect(field(carla, own.at)).toHaveValue("2026-05-06T10:30");
  await expect(field(carla, own.wine)).toHaveValue("red");
  await expect(wines.getByLabel("White")).toBeChecked();

  await field(carla, own.number).fill("50");
  await save(carla, group);
  await expect(field(carla, own.at)).toHaveValue("2026-05-06T10:30");
  const { properties } = await (await carla.request.get(`/api/contacts/${id}`)).json();
  expect(Object.values(properties)).toEqual(expect.arrayContaining(["50", "red", "White;Rosé", "true", "1990-02-03"]));

  await carla.getByRole("link", { name: "Property History" }).click();
  const change = (name: string) => carla.getByRole("row").filter({ hasText: name });
  await expect(change(own.wines)).toContainText("White, Rosé");
  await expect(change(own.at)).toContainText("May 6, 2026, 10:30");
  await expect(change(isVip)).toContainText("Yes");
  await expect(change(born)).toContainText("Feb 3, 1990");
});

test("All Properties of a record are searched by name and by value", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await carla.goto(`/contacts/${id}?view=properties`);
  await carla.getByRole("main").getByLabel("Search properties").fill(guest.Company);
  await carla.getByRole("button", { name: "Search", exact: true }).click();
  await expect(field(carla, "Company")).toHaveValue(guest.Company);
  await expect(field(carla, "City")).toHaveCount(0);
  await field(carla, "Company").fill("Found and changed");
  await save(carla, "Company Information");
  await expect(carla.getByRole("heading", { name: "No property matches" })).toBeVisible();

  await carla.getByRole("main").getByLabel("Search properties").fill("job title");
  await carla.getByRole("button", { name: "Search", exact: true }).click();
  await expect(field(carla, "Job Title")).toBeVisible();
});

test("2: a star puts a property on every overview, and what is typed meanwhile stays", async ({ carla }) => {
  const name = named("Nickname");
  await createProperty(carla, name, { type: "Text", Group: "Calls" });
  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}?view=properties&group=calls`);
  await field(carla, name).fill("Jilly");
  await field(carla, "Call Notes").fill("Not saved yet");
  const star = carla.getByRole("button", { name: `Star ${name}` });
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(star).toBeFocused();
  await expect(field(carla, "Call Notes")).toHaveValue("Not saved yet");
  await save(carla, "Calls");

  await carla.goto(`/contacts/${id}`);
  await expect(card(carla, "Starred")).toContainText(`${name}Jilly`);
  await carla.goto("/contacts/new");
  await expect(field(carla, name)).toBeVisible();

  await carla.goto(settings);
  await carla.getByRole("button", { name: `Star ${name}` }).click();
  await expect(carla.getByRole("button", { name: `Star ${name}` })).toHaveAttribute("aria-pressed", "false");
  await carla.goto("/contacts/new");
  await expect(field(carla, name)).toHaveCount(0);
});

test("the order is the portal's own, moved by keyboard", async ({ carla }) => {
  const [one, two] = [named("Alpha"), named("Beta")];
  for (const name of [one, two]) await createProperty(carla, name, { type: "Text", Group: "Salesforce" });
  const names = async () => {
    const texts = await card(carla, "Salesforce").getByRole("listitem").allInnerTexts();
    const place = (name: string) => texts.findIndex((text) => text.includes(name));
    return [one, two].toSorted((a, b) => place(a) - place(b));
  };
  const down = carla.getByRole("button", { name: `Move ${one} down` });
  await down.focus();
  await carla.keyboard.press("Enter");
  await expect.poll(names).toEqual([two, one]);
  await expect(down).toBeFocused();
  await expect(down).toHaveAttribute("aria-disabled", "true");
  await carla.getByRole("button", { name: `Move ${one} up` }).press("Enter");
  await expect.poll(names).toEqual([one, two]);

  const groups = () => carla.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts();
  const before = await groups();
  await carla.getByRole("button", { name: "Move the group Calls up" }).click();
  await expect.poll(groups).not.toEqual(before);
  const id = await addContact(carla, someone());
  await carla.goto(`/contacts/${id}?view=properties`);
  const sidebar = carla.getByRole("navigation", { name: "Contact", exact: true });
  const inSidebar = await sidebar.getByRole("link").allInnerTexts();
  expect(inSidebar.indexOf("Calls")).toBeLessThan(inSidebar.indexOf("Other Properties"));
  await carla.goto(settings);
  await carla.getByRole("button", { name: "Move the group Calls down" }).click();
  await expect.poll(groups).toEqual(before);
});

test("a partner who is no admin sees the properties, and nothing to change them with", async ({ priya, amelia }) => {
  await priya.goto(settings);
  await expect(priya.getByText("An admin of the portal may change them.")).toBeVisible();
  await expect(priya.getByText("First Name is starred")).toBeAttached();
  await expect(priya.getByRole("main").getByRole("button", { name: /^(Star|Move) / })).toHaveCount(0);
  await expect(priya.getByRole("link", { name: "Create property" })).toHaveCount(0);
  expect((await priya.goto(`${settings}/new`))?.status()).toBe(404);

  await amelia.goto("/settings");
  await amelia.getByRole("link", { name: "All Properties" }).click();
  await expect(amelia.getByRole("link", { name: "Create property" })).toBeVisible();
});

test("an old value is put back, as an edit like any other", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  const history = `/contacts/${id}?view=history`;
  for (const city of ["Cork", "Galway"]) {
    await carla.goto(`/contacts/${id}?view=properties&group=contact`);
    await field(carla, "City").fill(city);
    await save(carla, "Contact");
  }
  await carla.goto(history);
  await carla.getByRole("link", { name: "City", exact: true }).first().click();
  await expect(carla.getByRole("heading", { name: "Property History: City" })).toBeVisible();
  await expect(carla.getByRole("row")).toHaveCount(3);
  await carla.getByRole("button", { name: "Put this back City Cork" }).click();
  await expect(carla.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(carla.getByRole("row").nth(1)).toContainText("Cork");
  await expect(carla.getByRole("row").nth(1)).toContainText("Before: Galway");
});

test("before a registered contact leaves its domain by an old website, the history asks too", async ({ carla }) => {
  const [before, guest] = [someone(), someone()];
  const id = await addContact(carla, { ...guest, Website: before.Website });
  await carla.goto(`/contacts/${id}?view=properties&group=company_information`);
  await field(carla, "Website").fill(guest.Website);
  await save(carla, "Company Information");
  await carla.goto(`/contacts/${id}`);
  await requestRegistration(carla);
  await expect(carla.getByText(/^Request \d+ has been answered\.$/)).toBeVisible();

  await carla.goto(`/contacts/${id}?view=history&property=website`);
  await carla.getByRole("button", { name: "Put this back Website" }).click();
  const question = carla.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Keep the website" }).click();
  await expect(question).toHaveCount(0);
  const website = async () => {
    const { properties } = await (await carla.request.get(`/api/contacts/${id}`)).json();
    return properties.website;
  };
  expect(await website()).toBe(guest.Website);
  await carla.getByRole("button", { name: /^Save, and leave / }).click();
  await expect(carla.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await website()).toBe(before.Website);
});

test("all of it works without JavaScript", async ({ visit }) => {
  const page = await visit("carla", { javaScriptEnabled: false });
  const [name, at] = [named("Plain"), named("Seen at")];
  await page.goto(`${settings}/new`);
  await field(page, "Name").fill("First Name");
  await expect(field(page, "Options")).toBeHidden();
  await field(page, "Type").selectOption("Choice of one");
  await field(page, "Options").fill("One; two");
  await page.getByRole("button", { name: "Create property" }).click();
  await expect(page.getByText(/has a semicolon/)).toBeVisible();
  await expect(field(page, "Type")).toHaveValue("choice");
  await field(page, "Options").fill("One\nTwo");
  await page.getByRole("button", { name: "Create property" }).click();
  await expect(page.getByText("There is a property of that name.")).toBeVisible();
  await field(page, "Name").fill(name);
  await page.getByRole("button", { name: "Create property" }).click();
  await expect(page.getByText("The property is made.")).toBeVisible();
  await createProperty(page, at, { type: "Date and time" });

  await page.getByRole("button", { name: `Star ${name}` }).click();
  await expect(page.getByRole("button", { name: `Star ${name}` })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: `Move ${at} up` }).click();
  await expect(page.getByRole("button", { name: `Move ${name} down` })).toHaveAttribute("aria-disabled", "true");
  await page.goto(`${settings}?q=${encodeURIComponent(name)}`);
  await expect(line(page, at)).toHaveCount(0);
  await page.getByRole("link", { name }).click();
  await field(page, "Options").fill("One\nThree");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  const id = await addContact(page, someone());
  await page.goto(`/contacts/${id}?view=properties&group=contact`);
  await field(page, name).selectOption("Three");
  await field(page, at).fill("2026-11-01T01:30");
  for (let twice = 0; twice < 2; twice += 1) await save(page, "Contact");
  await expect(field(page, at)).toHaveValue("2026-11-01T01:30");

  await page.goto(settings);
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("The property is archived.")).toBeVisible();
  await page.goto(`/contacts/${id}?view=properties&group=contact`);
  await expect(field(page, name)).toHaveValue("Three");
  await expect(field(page, name)).toHaveAttribute("readonly");
  await field(page, "City").fill("Cork");
  await save(page, "Contact");
  await field(page, "City").fill("Galway");
  await save(page, "Contact");
  await page.goto(`/contacts/${id}?view=history&property=city`);
  await page.getByRole("button", { name: "Put this back City Cork" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();

  await page.goto(settings);
  await page.getByRole("button", { name: `Put back ${name}` }).click();
  await expect(page.getByText("The property is put back.")).toBeVisible();
  await page.goto(`/contacts/${id}?view=properties&group=contact`);
  await expect(field(page, name)).toHaveValue("Three");
});
