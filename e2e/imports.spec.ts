import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "./fixtures.ts";
import { addContact, card, someone } from "./steps.ts";

// The import wizard, from the file to what became of its rows.

let files = 0;
/** A domain that no other file has. */
function ownDomain(): string {
  files += 1;
  return `import-${Date.now().toString(36)}-${files}.example`;
}

async function choose(page: Page, text: string, name = "contacts.csv"): Promise<void> {
  await page.goto("/imports");
  await page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("10,000 rows with 37 errors are mended here, in no more than 12 clicks and with one upload", async ({ carla }) => {
  test.setTimeout(240_000);
  const domain = ownDomain();
  const wrong = (at: number) => ({
    email: at % 2_500 === 7 ? `person ${at} at ${domain}` : `person.${at}@${domain}`,
    stage: at % 400 === 3 ? "n/a" : "Lead",
    staff: at % 1_250 === 11 ? "lots" : "12",
  });
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const { email, stage, staff } = wrong(at);
    return `Given${at},Family,${email},${stage},${staff}`;
  });
  let clicks = 1;
  const click = async (on: Locator) => {
    clicks += 1;
    await on.click();
  };

  await choose(carla, `First Name,Last Name,Email,Stage,Employees\n${rows.join("\n")}\n`, "ten thousand.csv");
  await click(carla.getByRole("button", { name: "Upload file" }));
  await click(carla.getByRole("button", { name: "Check 10,000 rows" }));
  await expect(carla.getByText("37 of 10,000 rows have problems. Nothing is imported yet.")).toBeVisible();
  const kinds = carla.getByRole("table", { name: "Problems by kind" });
  for (const kind of [/^Email is not an e-mail.* 4 /, /^Stage is not one of the options.* 25 /, /^Employees .* 8 /])
    await expect(kinds.getByRole("row", { name: kind })).toBeVisible();

  await carla.getByLabel("In place of “n/a” in “Stage”, 25 rows").selectOption("Customer");
  clicks += 1;
  await carla.getByLabel("In place of “lots” in “Employees”, 8 rows").fill("500");
  for (const at of [7, 2_507, 5_007, 7_507])
    await carla.getByLabel(`In place of “person ${at} at ${domain}”`).fill(`person.${at}@${domain}`);
  await click(carla.getByRole("button", { name: "Save and check again" }));
  await expect(carla.getByText("10,000 rows checked: no problems.")).toBeVisible();
  await click(carla.getByRole("button", { name: "Import 10,000 rows" }));
  await expect(carla.getByText("10,000 rows read: 10,000 created.")).toBeVisible({ timeout: 120_000 });
  expect(clicks).toBeLessThanOrEqual(12);

  await carla.goto(`/contacts?q=${encodeURIComponent(`person.7@${domain}`)}`);
  await expect(carla.getByRole("rowheader", { name: "Given7 Family" })).toBeVisible();
});

test("a value that cannot be taken either is said beside its field, and what was typed stays", async ({ carla }) => {
  const domain = ownDomain();
  await choose(carla, `Email,Employees,Stage\na@${domain},many,Friend\nb@${domain},2,Lead\n`);
  await carla.getByRole("button", { name: "Upload file" }).click();
  await carla.getByRole("button", { name: "Check 2 rows" }).click();
  await carla.getByLabel("In place of “many”").fill("a lot");
  await carla.getByLabel("In place of “Friend”").selectOption("Lead");
  await carla.getByRole("button", { name: "Save and check again" }).click();
  await expect(carla.getByText("Some of these values cannot be taken either.")).toBeVisible();
  await expect(carla.getByLabel("In place of “many”")).toHaveValue("a lot");
  await expect(carla.getByLabel("In place of “many”")).toHaveAttribute("aria-invalid", "true");
  await expect(carla.getByLabel("In place of “Friend”")).toHaveValue("lead");

  await carla.getByRole("button", { name: "Leave out “Employees”" }).click();
  await expect(carla.getByLabel("In place of “many”")).toHaveCount(0);
  await carla.getByLabel("In place of “Friend”").selectOption("Lead");
  await carla.getByRole("button", { name: "Save and check again" }).click();
  await expect(carla.getByText("2 rows checked: no problems.")).toBeVisible();
  await carla.getByRole("button", { name: "Take back 1 repair" }).click();
  await expect(carla.getByText("1 of 2 rows has a problem.")).toBeVisible();
  await carla.getByRole("button", { name: "Import 1 row" }).click();
  await expect(carla.getByText("2 rows read: 1 created, 1 failed.")).toBeVisible();
});

test("without JavaScript a file is checked, mended row by row and imported", async ({ visit }) => {
  const page = await visit("carla", { javaScriptEnabled: false });
  const domain = ownDomain();
  await choose(page, `Email,Employees\na@${domain},many\nb@${domain},many\n`);
  await page.getByRole("button", { name: "Upload file" }).click();
  await page.getByLabel("Values that a contact has already").selectOption("fill");
  await page.getByRole("button", { name: "Check 2 rows" }).click();
  const lookAgain = () =>
    expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: "Check", exact: true })).toBeVisible({ timeout: 300 });
    }).toPass();
  await lookAgain();
  await page.getByRole("link", { name: "Mend row by row" }).click();
  await page.getByLabel("In place of “many” in “Employees”, row 1").fill("5");
  await page.getByRole("row", { name: /row 2/ }).getByLabel("Leave empty").check();
  await page.getByRole("button", { name: "Save and check again" }).click();
  await lookAgain();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("2 rows read: 2 created.")).toBeVisible({ timeout: 300 });
  }).toPass();
});

test("failed rows are mended in their file, brought back, and go where they went", async ({ carla }) => {
  const domain = ownDomain();
  await choose(carla, `Name,Email,Staff\nAnn,ann@${domain},5\nBen,ben@${domain},many\n`, "staff.csv");
  await carla.getByRole("button", { name: "Upload file" }).click();
  await carla.getByLabel("“Name” goes to").selectOption({ label: "Company" });
  await carla.getByLabel("“Staff” goes to").selectOption({ label: "Number of Employees" });
  await carla.getByRole("button", { name: "Import 2 rows without a check" }).click();
  await expect(carla.getByText("2 rows read: 1 created, 1 failed.")).toBeVisible();
  const download = carla.waitForEvent("download");
  await carla.getByRole("link", { name: "Download 1 failed row" }).click();
  const failed = readFileSync(await (await download).path(), "utf8");
  expect(failed).toContain("Name,Email,Staff,Reason");

  const buffer = Buffer.from(failed.replace("many", "7"));
  await carla.getByLabel("Mended rows").setInputFiles({ name: "staff, mended.csv", mimeType: "text/csv", buffer });
  await carla.getByRole("button", { name: "Upload mended rows" }).click();
  await expect(carla.getByText("1 row checked: no problems.")).toBeVisible();
  await carla.getByRole("button", { name: "Import 1 row" }).click();
  await expect(carla.getByText("1 row read: 1 created.")).toBeVisible();
  await carla.getByRole("link", { name: "an earlier import" }).click();
  await expect(carla.getByRole("heading", { name: "staff.csv" })).toBeVisible();
  await expect(carla.getByRole("table", { name: "Imports" }).getByRole("rowheader")).toHaveText("staff, mended.csv");
});

/** An Excel workbook with one sheet. */
function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map((row) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(""));
  const sheet = cells.map((row) => `<row>${row}</row>`).join("");
  const parts = {
    "xl/workbook.xml": `<workbook><sheets><sheet name="People" r:id="r1" xmlns:r="r"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}

test("an Excel workbook is read like any file, and shows whom its rows meet", async ({ carla }) => {
  const known = someone({ "First Name": "Ida" });
  await addContact(carla, known);
  await carla.goto("/imports");
  const packed = workbookOf([
    ["Email", "First Name"],
    [known.Email, "Ada"],
    [`new@${ownDomain()}`, "Bea"],
  ]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await carla.getByLabel("CSV file").setInputFiles({ name: "people.xlsx", mimeType, buffer: Buffer.from(packed) });
  await carla.getByRole("button", { name: "Upload file" }).click();
  await expect(carla.getByText("2 rows in 2 columns (the first sheet of the workbook).")).toBeVisible();
  await carla.getByRole("button", { name: "Check 2 rows" }).click();
  const meeting = carla.getByRole("table", { name: "Rows that meet others" }).getByRole("row").last();
  await expect(meeting).toContainText("First Name: Ida Ada");
  await carla.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(carla.getByText("2 rows read: 1 created, 1 updated.")).toBeVisible();
});

test("an import is undone: first what would happen, then it does, and what was changed since stays", async ({
  carla,
}) => {
  const domain = ownDomain();
  const rows = ["ann", "ben", "cid"].map((name) => `${name},Undo,${name}@${domain},Rome`);
  await choose(carla, `First Name,Last Name,Email,City\n${rows.join("\n")}\n`, "to be undone.csv");
  await carla.getByRole("button", { name: "Upload file" }).click();
  await carla.getByRole("button", { name: "Import 3 rows without a check" }).click();
  await expect(carla.getByText("3 rows read: 3 created.")).toBeVisible();
  const address = carla.url();

  await carla.goto(`/contacts?q=ann@${domain}`);
  await carla.getByRole("rowheader").getByRole("link").click();
  await carla.waitForURL(/contacts\/\d+/);
  const record = new URL(carla.url()).pathname;
  await carla.goto(`${record}?view=properties&group=contact`);
  await carla.getByLabel("City", { exact: true }).fill("Oslo");
  await card(carla, "Contact").getByRole("button", { name: "Save" }).click();
  await expect(carla.getByText("Saved.")).toBeVisible();

  await carla.goto(address);
  await carla.getByRole("button", { name: "See what would be undone" }).click();
  await expect(carla.getByText("Would be deleted")).toBeVisible();
  await carla.getByRole("button", { name: "Keep the import" }).click();
  await carla.getByRole("button", { name: "See what would be undone" }).click();
  await carla.getByRole("button", { name: "Delete 2 contacts" }).click();
  await expect(carla.getByText(/^Undone .* by/)).toBeVisible();
  const kept = carla.getByRole("table", { name: "Contacts left as they are" });
  await expect(kept.getByRole("row", { name: "ann Undo Somebody has changed it since." })).toBeVisible();
  await carla.goto(`/contacts?q=@${domain}`);
  await expect(carla.getByRole("rowheader")).toHaveCount(1);
  await carla.goto("/imports");
  await expect(carla.getByRole("row", { name: /^to be undone\.csv/ }).first()).toContainText("Undone");
});
