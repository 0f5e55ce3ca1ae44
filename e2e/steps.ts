import { expect, type Locator, type Page } from "@playwright/test";
import { dayIn, yearsAfter } from "#lib/day.ts";
import { longDay } from "#lib/words.ts";

export type Given = Partial<Record<"First Name" | "Last Name" | "Email" | "Company" | "Website", string>>;

let contacts = 0;

/** Somebody new, complete, and at a domain that nobody else has. */
export function someone(given: Given = {}): Record<keyof Given, string> {
  contacts += 1;
  const own = `${Date.now().toString(36)}-${contacts}`;
  const domain = `guest-${own}.com`;
  return {
    "First Name": "Jillian",
    "Last Name": `Guest ${own}`,
    Email: `jillian@${domain}`,
    Company: `Guest House ${own}`,
    Website: `https://www.${domain}/about`,
    ...given,
  };
}

/** Adds the contact by hand, sees the first answer that comes by itself, and answers the contact's id. */
export async function addContact(page: Page, given: Given): Promise<number> {
  await page.goto("/contacts/new");
  for (const [label, value] of Object.entries(given)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText("Contact added.")).toBeVisible();
  return Number(new URL(page.url()).pathname.split("/").at(-1));
}

/** Deletes the contact from its record, and is then where the way back is offered. */
export async function deleteContact(page: Page, id: number): Promise<void> {
  await page.goto(`/contacts/${id}`);
  await page.locator("summary").filter({ hasText: "Delete contact" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete contact" }).click();
  await expect(page).toHaveURL(`/contacts?deleted=${id}`);
}

/** A card of the page by its heading. */
export function card(page: Page, heading: string | RegExp): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });
}

/** One of the four values under Partner Registration Information. */
export function registration(page: Page, label: string): Locator {
  const term = page.locator("dt").filter({ hasText: label });
  return card(page, "Partner Registration Information").locator("dl > div").filter({ has: term }).locator("dd");
}

/** Chooses Request Registration and saves; the address then has the receipt. */
export async function requestRegistration(page: Page): Promise<void> {
  const before = page.url();
  await page.getByLabel("Registration Action", { exact: true }).selectOption("Request Registration");
  await card(page, "Partner Registration Information").getByRole("button", { name: "Save" }).click();
  await expect(page).not.toHaveURL(before);
}

/** Looks again and again at a page that does not do so by itself. */
export async function lookUntil(page: Page, seen: () => Promise<void>, timeout = 20_000): Promise<void> {
  await expect(async () => {
    await page.reload();
    await seen();
  }).toPass({ intervals: [100, 250, 500], timeout });
}

/** The registry's date, in UTC, as its messages spell it; and a year later as the screens do. */
export function today(): { on: string; ayearLater: string } {
  const on = dayIn("UTC", Date.now());
  return { on, ayearLater: longDay(yearsAfter(on, 1)) };
}

/** The live sizes in the rail, by the name of the list. */
export async function sizesInRail(page: Page): Promise<Record<string, number>> {
  const links = page.getByRole("list", { name: "Registration" }).getByRole("link");
  const texts = await links.evaluateAll((all) => all.map((link) => [...link.children].map((part) => part.textContent)));
  return Object.fromEntries(texts.map((parts) => [parts.at(-2) ?? "", numberIn(parts.at(-1) ?? "")]));
}

/** "3,638 contacts" is 3638. */
export function numberIn(text: string): number {
  return Number((/[\d,]+/.exec(text)?.[0] ?? "NaN").replaceAll(",", ""));
}

/** The last part of an address: the id of what it shows. */
export function lastOf(url: string): string {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}
