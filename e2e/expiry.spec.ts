import type { BrowserContextOptions, Locator, Page } from "@playwright/test";
import { emailOf, expect, type Person, signIn, test as base } from "./fixtures.ts";
import { untilItListens } from "./listening.ts";
import { catchMail, type MailCatcher } from "./mail-catcher.ts";
import { startOwnServer } from "./own-server.ts";
import { addContact, card, lookUntil, numberIn, requestRegistration, registration, someone, today } from "./steps.ts";
import { dayIn, yearsAfter } from "#lib/day.ts";

// Quayside has twelve domains in their last 60 days. Others count its lists, so it is changed on a server of our own, which
// has a mail server too.
type Worker = { mail: MailCatcher; own: string };
const test = base.extend<{ bramAt: (path: string, options?: BrowserContextOptions) => Promise<Page> }, Worker>({
  mail: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright wants to see that it asks for nothing.
    async ({}, lend) => {
      const catcher = await catchMail();
      await lend(catcher);
      await catcher.close();
    },
    { scope: "worker" },
  ],
  own: [
    async ({ mail }, lend) => {
      const { address, stop } = await startOwnServer({
        DIBS_SMTP_URL: mail.url,
        DIBS_MAIL_FROM: "Dibs <dibs@vendor.example>",
        DIBS_URL: "https://dibs.vendor.example",
      });
      await lend(address);
      await stop();
    },
    { scope: "worker" },
  ],
  bramAt: async ({ browser, own }, lend) => {
    const pages: Page[] = [];
    await lend(async (path, options = {}) => {
      const page = await browser.newPage({ baseURL: own, reducedMotion: "reduce", ...options });
      pages.push(page);
      if (options.javaScriptEnabled !== false) await untilItListens(page);
      await signIn(page, "bram");
      await page.goto(path);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

/** Waits until the batch that is open is answered; the sync of Quayside rests, so it is run by hand. */
async function answerBatch(page: Page): Promise<void> {
  await page.waitForURL(/\/requests\/\d+$/);
  const batch = page.url();
  await page.goto("/requests");
  await page.getByRole("button", { name: "Sync now" }).click();
  await expect(page.getByText("The sync was started.")).toBeVisible();
  await page.goto(batch);
  await lookUntil(page, () => expect(page.getByText("Finished: every request was answered.")).toBeVisible());
}

const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Choose (?!every)/ });

test("two domains are chosen, previewed with old and new date, and re-registered", async ({ bramAt }) => {
  const page = await bramAt("/dashboard");
  const expiring = page.getByRole("main").getByRole("link", { name: /expire in 60 days$/ });
  const before = numberIn(await expiring.innerText());
  await expiring.click();
  await expect(page.getByText(`${before} domains`, { exact: true })).toBeVisible();
  const names = (await page.getByRole("rowheader").allInnerTexts()).slice(0, 2);
  for (const name of names) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await page.getByRole("button", { name: "Re-register 2 domains" }).click();

  const { ayearLater } = today();
  await expect(page.getByText("2 of 2 would be registered to you")).toBeVisible();
  for (const name of names) {
    const cells = page.getByRole("row").filter({ hasText: name }).getByRole("cell");
    await expect(cells.nth(0)).not.toContainText(ayearLater);
    await expect(cells.nth(1)).toContainText(ayearLater);
  }
  await page.getByRole("button", { name: "Re-register 2 domains" }).click();
  await answerBatch(page);

  await page.goto("/expiring");
  await expect(page.getByText(`${before - 2} domains`, { exact: true })).toBeVisible();
  await page.goto(`/contacts?q=${names[0]}`);
  await page.getByRole("main").getByRole("rowheader").getByRole("link").first().click();
  await expect(registration(page, "Expiration Date")).toContainText(ayearLater);
  await expect(registration(page, "Registration Message")).toContainText(`re-registered with HubSpot on ${today().on}`);
});

test("by keyboard alone a domain is chosen and re-registered", async ({ bramAt }) => {
  const page = await bramAt("/expiring");
  const [name = ""] = await page.getByRole("rowheader").allInnerTexts();
  await boxes(page).first().focus();
  await page.keyboard.press("Space");
  const button = page.getByRole("button", { name: "Re-register 1 domain" });
  await tabTo(button, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Re-register", level: 1 })).toBeVisible();
  await tabTo(button, "Tab");
  await page.keyboard.press("Enter");
  await answerBatch(page);
  await page.goto("/expiring");
  await expect(page.getByRole("rowheader").filter({ hasText: name })).toHaveCount(0);
});

/** Goes from one control to the next, as a person without a mouse does. */
async function tabTo(target: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await target.page().keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(target).toBeFocused();
}

test("without JavaScript all that match are released, after the consequence was spelled out", async ({ bramAt }) => {
  const page = await bramAt("/expiring/calendar", { javaScriptEnabled: false });
  await page
    .getByRole("link", { name: /^Week of .*: [2-9] domains$/ })
    .nth(3)
    .click();
  const many = await page.getByRole("rowheader").count();
  const names = await page.getByRole("rowheader").allInnerTexts();
  await boxes(page).first().check();
  await page.getByRole("checkbox", { name: `Select all ${many}` }).check();
  await page.getByRole("button", { name: "Release the chosen domains" }).click();

  await expect(page.getByRole("heading", { name: `${many} domains` })).toBeVisible();
  const what = card(page, "What this does");
  await expect(what).toContainText("The domains are free at once.");
  await expect(what).toContainText(/\d+ contacts go blank/);
  await page.getByLabel("Reason").fill("Not for us");
  await page.getByRole("button", { name: `Release ${many} domains` }).click();
  await expect(page.getByText(`${many} domains released.`)).toBeVisible();

  await page.goto(`/contacts?q=${names[0]}`);
  await expect(page.getByRole("main").getByRole("row").nth(1)).toContainText("Not requested");
});

test("the bell says what expires soon, until all is marked as read", async ({ bramAt }) => {
  const page = await bramAt("/lists");
  const bell = page.getByRole("banner").getByRole("link", { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName(/^Notices\s*\d+ new$/);
  await bell.click();
  const notices = page.getByRole("list", { name: "Notices" }).getByRole("listitem");
  await expect(notices.first()).toContainText(/New.* expires in \d+ days, on /);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("New", { exact: true })).toHaveCount(0);
  await expect(bell).toHaveAccessibleName("Notices");

  await notices
    .first()
    .getByRole("link", { name: /^Open contact/ })
    .click();
  await expect(page.getByRole("heading", { name: "Partner Registration Information" })).toBeVisible();
});

test("the same news come by e-mail, one letter a person", async ({ own, mail }) => {
  expect(own).toMatch(/^http/);
  const to = (who: Person) => mail.letters.filter((letter) => letter.includes(`RCPT TO:<${emailOf(who)}>`));
  await expect.poll(() => [to("bram").length, to("beatriz").length]).toEqual([1, 1]);
  const [letter = ""] = to("bram");
  expect(letter).toMatch(/^Subject: \d+ notices for Quayside Growth$/m);
  expect(letter).toMatch(/^- \S+ expires in \d+ days, on /m);
  expect(letter).toContain("To get none: https://dibs.vendor.example/settings#email");
  expect([to("carla"), to("chidi")]).toEqual([[], []]);
});

test("a released domain is anyone's at once, and whose contact it was goes blank", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");

  const domain = guest.Email.split("@")[1] ?? "";
  // Ids only grow: behind the contact's own stands its registration, however many others end on that day.
  const page = `/expiring?show=later&after=${yearsAfter(dayIn("UTC", Date.now()), 1)}~${id}`;
  await carla.goto(page);
  await carla.getByRole("checkbox", { name: `Choose ${domain}` }).check();
  await carla.getByRole("button", { name: "Re-register 1 domain" }).click();
  await expect(carla.getByText("Stays: a full term from today would end no later.")).toBeVisible();
  await carla.getByRole("link", { name: "Back to Expiring" }).click();
  await carla.goto(page);
  await carla.getByRole("checkbox", { name: `Choose ${domain}` }).check();
  await carla.getByRole("button", { name: "Release 1 domain" }).click();
  await expect(card(carla, "What this does")).toContainText("1 contact goes blank");
  await carla.getByRole("button", { name: "Release 1 domain" }).click();
  await expect(carla.getByText("1 domain released.")).toBeVisible();

  await carla.goto(`/contacts/${id}`);
  await expect(registration(carla, "Registration Status")).toHaveText("Not requested");
  await expect(registration(carla, "Expiration Date")).toHaveText("Blank");
});

test("the calendar opens without a cookie, and a renewed address shuts the old one", async ({ carla, visit }) => {
  const guest = someone();
  await addContact(carla, guest);
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  const { request } = await visit("nobody");

  const first = await newAddress(carla, /^(Make|Renew) the address$/);
  const answer = await request.get(first);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, max-age=900",
  });
  const file = await answer.text();
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toContain(`SUMMARY:${guest.Email.split("@")[1]} expires\r\n`);
  const { etag = "" } = answer.headers();
  expect((await request.get(first, { headers: { "if-none-match": etag } })).status()).toBe(304);

  await carla.reload();
  await expect(carla.getByLabel("Calendar address")).toHaveCount(0);
  const second = await newAddress(carla, "Renew the address");
  expect((await request.get(second)).status()).toBe(200);
  const gone = await request.get(first);
  expect([gone.status(), (await gone.json()).code]).toEqual([404, "not-found"]);
  for (const secret of ["", "1", "%00", "x".repeat(500), "../calendar", "%F0%9F%99%82"])
    expect((await request.get(`/api/calendar/${secret}`)).status(), secret).toBe(404);
});

async function newAddress(page: Page, button: string | RegExp): Promise<string> {
  await page.goto("/settings");
  await card(page, "Calendar").getByRole("button", { name: button }).click();
  return page.getByLabel("Calendar address").inputValue();
}

test("e-mail is switched off and on in the settings", async ({ carla }) => {
  await carla.goto("/settings");
  const email = card(carla, "Email");
  await email.getByRole("button", { name: "Send me no e-mail" }).click();
  await expect(carla.getByText("You get no e-mail any more.")).toBeVisible();
  await expect(email).toContainText("Notices are in the bell only.");
  await email.getByRole("button", { name: "Send me e-mail too" }).click();
  await expect(email).toContainText("Notices come to carla@sandpit.example too");
});
