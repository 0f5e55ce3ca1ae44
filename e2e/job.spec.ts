import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  addContact,
  card,
  lookUntil,
  numberIn,
  requestRegistration,
  sizesInRail,
  someone,
  today,
  registration,
} from "./steps.ts";

const given = join(import.meta.dirname, "..", "..", "shared", "data", "customers-10000.csv");
const file = existsSync(given)
  ? { path: given, name: "customers-10000.csv", rows: 10_000 }
  : { path: join(import.meta.dirname, "data", "customers-20.csv"), name: "customers-20.csv", rows: 20 };

test("the job: import, request one, request all that match, and the lists add up", async ({ carla }) => {
  test.setTimeout(240_000);
  const imported = file.rows.toLocaleString("en-US");
  await carla.goto("/contacts");
  // Contacts of the other specs that gave their domain up are in no list until they are asked for.
  const inNoList = (await total(carla)) - sum(await sizesInRail(carla));

  await test.step("the file is imported, and its counts add up", async () => {
    await carla.goto("/imports");
    await carla.getByLabel("CSV file").setInputFiles(file.path);
    await carla.getByRole("button", { name: "Upload file" }).click();
    await expect(carla.getByLabel("“Website” goes to")).toHaveValue("website");
    await expect(carla.getByLabel("“Index” goes to")).toHaveValue("");
    await carla.getByRole("button", { name: `Import ${imported} rows` }).click();
    await expect(carla.getByText(`${imported} rows read`)).toBeVisible({ timeout: 120_000 });
    const sums = await figures(carla);
    expect(sums["Created"]).toBe(file.rows);
    expect(sum(sums)).toBe(file.rows);

    await carla.goto("/imports");
    const row = carla.getByRole("row").filter({ hasText: file.name });
    await expect(row).toContainText("Done");
    await expect(row).toContainText(imported);
  });

  await test.step("everybody imported lacks a conversion event, so everybody is in Invalid Data", async () => {
    await lookUntil(
      carla,
      async () => {
        const sizes = await sizesInRail(carla);
        expect(sizes["Pending Registration"]).toBe(0);
        expect(sum(sizes) + inNoList).toBe(await total(carla));
      },
      120_000,
    );
  });

  await test.step("one contact, in three clicks from contacts home", async () => {
    const clicks = counting();
    await carla.goto("/contacts");
    const before = await sizesInRail(carla);
    await clicks.on(carla.getByRole("rowheader").getByRole("link").first());
    // A list of the browser's own is opened, moved in and closed by one press.
    await clicks.count(carla.getByLabel("Registration Action", { exact: true }).selectOption("Request Registration"));
    await clicks.on(card(carla, "Partner Registration Information").getByRole("button", { name: "Save" }));
    expect(clicks.made).toBeLessThanOrEqual(3);

    await expect(registration(carla, "Registration Status")).toHaveText("Registered");
    const { on, ayearLater } = today();
    await expect(registration(carla, "Registration Message")).toHaveText(
      `Contact Registered: This Contact was registered with HubSpot on ${on}`,
    );
    await expect(registration(carla, "Expiration Date")).toContainText(ayearLater);
    await carla.reload();
    expect(await sizesInRail(carla)).toEqual({
      ...before,
      Registered: (before["Registered"] ?? 0) + 1,
      "Invalid Data": (before["Invalid Data"] ?? 0) - 1,
    });
  });

  await test.step("the record shows how each rule was decided", async () => {
    const rules = card(carla, "How this was decided").getByRole("listitem");
    await expect(rules).toHaveText([
      /^First Name populated Passed/,
      /^Last Name populated Passed/,
      /^Website populated Passed/,
      /^Email populated Passed/,
      /^Company populated Passed/,
      /^A conversion event, unless registration is requested by hand Waived/,
      /^Website meets HubSpot's domain formatting criteria Passed/,
      /^HubSpot pursues business with the domain Passed/,
    ]);
    await expect(card(carla, "How this was decided")).toContainText("Every rule passed and nobody held the domain");
  });

  await test.step("all that match, in four clicks from contacts home", async () => {
    const clicks = counting();
    await carla.goto("/contacts");
    await clicks.on(carla.getByLabel("Choose every contact on this page"));
    await clicks.on(carla.getByRole("checkbox", { name: /^Select all [\d,]+$/ }));
    await clicks.on(carla.getByRole("button", { name: /^Request registration for [\d,]+ contacts$/ }));
    await expect(carla.getByText(/[\d,]+ will be requested/)).toBeVisible({ timeout: 30_000 });
    await clicks.on(carla.getByRole("button", { name: /^Request registration for [\d,]+ contacts$/ }));
    expect(clicks.made).toBeLessThanOrEqual(4);

    await expect(carla).toHaveURL(/\/requests\/\d+$/);
    await expect(carla.getByText("Finished: every request was answered.")).toBeVisible({ timeout: 180_000 });
    const answers = await figures(carla);
    expect(answers["Registered"]).toBeGreaterThanOrEqual(file.rows - 1);
    expect(answers["Pending"]).toBe(0);
  });

  await test.step("the sizes of the lists add up, wherever they are said", async () => {
    await carla.goto("/contacts");
    const contacts = await total(carla);
    const rail = await sizesInRail(carla);
    expect(sum(rail)).toBe(contacts);

    await carla.goto("/lists");
    const table = carla.getByRole("table", { name: "Lists" });
    for (const [name, size] of Object.entries(rail)) {
      const said = size.toLocaleString("en-US");
      const row = table.getByRole("row").filter({ hasText: `HubSpot Partner - ${name}` });
      await expect(row.getByRole("cell", { name: said, exact: true })).toBeVisible();
      const address = await row.getByRole("link").getAttribute("href");
      const page = await carla.request.get(address ?? "");
      expect(await page.text()).toContain(size === 1 ? "1 contact" : `${said} contacts`);
    }
  });
});

test("a record in Invalid Data shows why, is mended, and is registered after a conversion by itself", async ({
  carla,
}) => {
  const guest = someone({ Company: "" });
  await addContact(carla, guest);
  const rules = card(carla, "How this was decided").getByRole("listitem");
  await lookUntil(carla, () => expect(rules.filter({ hasText: "Failed" })).toHaveCount(2, { timeout: 200 }));
  await expect(rules.filter({ hasText: "Company populated" })).toContainText("Not populated.");
  await expect(rules.filter({ hasText: "A conversion event" })).toContainText("None seen.");

  await rules.getByRole("link", { name: "Mend Company" }).click();
  await carla.getByLabel("Company", { exact: true }).fill("Guest House");
  await card(carla, "Company Information").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.", { exact: true })).toBeVisible();
  await lookUntil(carla, () => expect(rules.filter({ hasText: "Failed" })).toHaveCount(1, { timeout: 200 }));

  const record = carla.url();
  await convert(carla, guest.Email);
  await carla.goto(record);
  await lookUntil(carla, () =>
    expect(registration(carla, "Registration Status")).toHaveText("Registered", { timeout: 200 }),
  );
  await expect(rules.filter({ hasText: "A conversion event" })).toContainText("1 seen.");
});

test("a record in Invalid Data is mended, and registered when it is requested by hand", async ({ carla }) => {
  await addContact(carla, someone({ Website: "" }));
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toContainText("1 to fix");
  await carla.getByRole("link", { name: "Mend Website" }).click();
  await carla.getByLabel("Website", { exact: true }).fill(someone().Website);
  await card(carla, "Company Information").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.", { exact: true })).toBeVisible();
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
});

/** The website of the portal sends a form, as Contacts Settings says. */
async function convert(page: Page, email: string): Promise<void> {
  await page.goto("/settings");
  await page.getByText("Show the signing secret").click();
  const secret = await page.getByLabel("Signing secret").inputValue();
  const sent = { portalId: 260_118, email, form: "Contact us", page: "https://sandpit.example/", submissionId: email };
  const body = JSON.stringify(sent);
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const answer = await page.request.post("/api/conversions", {
    headers: { "content-type": "application/json", "x-dibs-signature": `sha256=${signature}` },
    data: Buffer.from(body),
  });
  expect(answer.status()).toBe(200);
}

/** Counts the clicks that a job takes. */
function counting() {
  const clicks = {
    made: 0,
    on: (place: Locator) => clicks.count(place.click()),
    count: async (click: Promise<unknown>) => {
      clicks.made += 1;
      await click;
    },
  };
  return clicks;
}

/** The figures of a page by their names. */
async function figures(page: Page): Promise<Record<string, number>> {
  const pairs = await page
    .getByRole("main")
    .locator("dl dt")
    .evaluateAll((terms) =>
      terms.map((term): [string, string] => [term.textContent.trim(), term.nextElementSibling?.textContent ?? ""]),
    );
  return Object.fromEntries(pairs.map(([name, many]) => [name, numberIn(many)]));
}

async function total(page: Page): Promise<number> {
  const answer = await page.request.get("/api/contacts");
  const { total: counted }: { total: { count: number } } = await answer.json();
  return counted.count;
}

function sum(figuresByName: Record<string, number>): number {
  return Object.values(figuresByName).reduce((all, each) => all + each, 0);
}
