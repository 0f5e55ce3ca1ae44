import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { lookUntil, sizesInRail } from "./steps.ts";

// Page 5 of the guide, verbatim.
const definitions = {
  Registered:
    "These contacts have been processed against our sales database and are owned by you until the expiration date listed.",
  Unavailable: "These contacts were not successfully registered to you as they are being actively pursued by HubSpot.",
  "Pending Registration":
    "These are contacts that you have requested to register but have not yet been processed by our system",
  "Invalid Data":
    "These are contacts that do not meet the necessary requirements to be registered in our sales database",
};
const reasons = [
  "First Name not populated",
  "Last Name not populated",
  "Website not populated",
  "Email not populated",
  "Company not populated",
  "No conversion events (*unless manual registration was requested)",
  "Website does not meet HubSpot's domain formatting criteria",
  "HubSpot is not pursuing business with a given domain",
];

test("4a: the new portal's lists, with everybody imported in Invalid Data", async ({ priya }) => {
  await priya.goto("/lists");
  expect((await sizes(priya)).slice(0, 4)).toEqual([
    ["HubSpot Partner - Registered", "0"],
    ["HubSpot Partner - Unavailable", "0"],
    ["HubSpot Partner - Pending Registration", "0"],
    ["HubSpot Partner - Invalid Data", "3,631"],
  ]);
  for (const name of ["AS", "Communications Trial Leads", "Monitis High Value Trials", "MQL/SQL"])
    await expect(priya.getByRole("rowheader", { name, exact: true })).toBeVisible();
  for (const name of ["Import contacts", "Create new list", "New folder", "View imported files"])
    await expect(priya.getByRole("main").getByRole("link", { name })).toBeVisible();
  for (const name of ["Export unsubs and bounces", "Manage email"])
    await expect(priya.getByRole("main").getByRole("link", { name })).toBeVisible();
});

test("4b: the sizes of the guide; the sync rests, so one waits until it is run by hand", async ({ bram }) => {
  await bram.goto("/lists");
  expect((await sizes(bram)).slice(0, 4)).toEqual([
    ["HubSpot Partner - Registered", "178"],
    ["HubSpot Partner - Unavailable", "89"],
    ["HubSpot Partner - Pending Registration", "1"],
    ["HubSpot Partner - Invalid Data", "88"],
  ]);
  const rested = { Registered: 178, Unavailable: 89, "Pending Registration": 1, "Invalid Data": 88, Expired: 0 };
  expect(await sizesInRail(bram)).toEqual(rested);

  await bram.goto("/requests");
  await expect(bram.getByText("The sync of this portal is paused.")).toBeVisible();
  await expect(bram.getByRole("table", { name: "Open requests" }).getByRole("row")).toHaveCount(2);
  expect(await sizesInRail(bram)).toEqual(rested);

  await bram.getByRole("button", { name: "Sync now" }).click();
  await expect(bram.getByText("The sync was started.")).toBeVisible();
  await lookUntil(bram, async () =>
    expect(await sizesInRail(bram)).toEqual({ ...rested, Registered: 179, "Pending Registration": 0 }),
  );
});

for (const [name, definition] of Object.entries(definitions))
  test(`5: what membership in ${name} means, word for word`, async ({ bram }) => {
    await bram.goto("/lists");
    await bram
      .getByRole("main")
      .getByRole("link", { name: `HubSpot Partner - ${name}` })
      .click();
    await expect(bram.getByRole("heading", { level: 1 })).toHaveText(`HubSpot Partner - ${name}`);
    await expect(bram.getByText(definition, { exact: true })).toBeVisible();
  });

test("5: Invalid Data names every requirement, in the guide's order", async ({ bram }) => {
  await bram.goto("/lists?q=invalid");
  await bram.getByRole("main").getByRole("link", { name: "HubSpot Partner - Invalid Data" }).click();
  await expect(bram.getByRole("main").locator("header").getByRole("listitem")).toHaveText(reasons);
  await expect(bram.getByRole("rowheader")).toHaveCount(88);
});

test("lists are found by kind and by name, with JavaScript off too", async ({ visit }) => {
  const page = await visit("priya", { javaScriptEnabled: false });
  await page.goto("/lists");
  await page.getByLabel("Kind of list").selectOption("Static Lists");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("rowheader")).toHaveText([
    "AS",
    "Communications Trial Leads",
    "Monitis High Value Trials",
    "MQL/SQL",
  ]);
  await page.getByLabel("Search lists").fill("no list is called so");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "No list matches" })).toBeVisible();
});

/** Name and size of each list, as the table says them. */
async function sizes(page: Page): Promise<string[][]> {
  const rows = page
    .getByRole("table", { name: "Lists" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  return cells.map(([name = "", , , size = ""]) => [name, size]);
}
