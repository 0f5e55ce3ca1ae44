import { expect, type Page } from "@playwright/test";
import { lastOf, someone } from "./steps.ts";

/** A live form, with something that was sent and something that is held back. */
export async function createForm(page: Page): Promise<{ form: string; publicForm: string }> {
  const publicForm = await publishForm(page, `Guest book ${Date.now().toString(36)}`);
  const form = lastOf(page.url());
  const { Email: email } = someone();
  for (const given of [{ email }, { email: `second.${email}`, Homepage: "https://spam.example" }]) {
    const sent = await page.request.post(`/api/forms/${publicForm}/submissions`, { data: given });
    expect(sent.status()).toBe(200);
  }
  return { form, publicForm };
}

/** Makes a form and publishes it; the page then shows how to share it. Answers what the hosted page is found by. */
export async function publishForm(page: Page, name: string): Promise<string> {
  await page.goto("/forms/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create form" }).click();
  await expect(page.getByText("The form was created.")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("The form is live.")).toBeVisible();
  return lastOf(await page.getByLabel("Address", { exact: true }).inputValue());
}
