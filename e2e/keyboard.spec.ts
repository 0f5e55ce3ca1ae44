import { join } from "node:path";
import type { Page } from "@playwright/test";
import { emailOf, expect, test as base } from "./fixtures.ts";
import { chooseIn, expectFocus, intoMain, open, pressOn, tabTo, typeInto } from "./keys.ts";
import { startOwnServer } from "./own-server.ts";
import { addContact, card, lookUntil, registration, requestRegistration, someone } from "./steps.ts";
import { dayIn, daysAfter } from "#lib/day.ts";
import { demoPassword } from "#lib/demo/sign-ins.ts";

// Each job without a mouse. On a server of its own: policies change, notices are read, a sync stands still.
const test = base.extend<object, object>({
  address: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright wants to see that it asks for nothing.
    async ({}, lend) => {
      const { address, stop } = await startOwnServer();
      await lend(address);
      await stop();
    },
    { scope: "worker" },
  ],
});

// A picture at every key takes longer than the keys.
test.use({ trace: "off" });

const button = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("button", { name });
const link = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("link", { name });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const said = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });

/** Somebody whose first request, which comes by itself, is answered already. */
async function guestOf(page: Page, given: Parameters<typeof someone>[0] = {}) {
  const { id, name } = await added(page, given);
  await lookUntil(page, () => expect(registration(page, "Registration Status")).toContainText("fix", { timeout: 500 }));
  return { id, name };
}

/** Somebody registered at a domain of their own. */
async function registeredGuestOf(page: Page) {
  const guest = await added(page);
  await requestRegistration(page);
  await expect(registration(page, "Registration Status")).toHaveText("Registered");
  return guest;
}

async function added(page: Page, given: Parameters<typeof someone>[0] = {}) {
  const guest = someone(given);
  const id = await addContact(page, guest);
  return { id, domain: domainOf(guest), name: `${guest["First Name"]} ${guest["Last Name"]}` };
}

function domainOf({ Website }: ReturnType<typeof someone>): string {
  return new URL(Website).hostname.replace("www.", "");
}

test("what is wrong is seen", async ({ visit }) => {
  const page = await visit("nobody");
  const wrongs = {
    "no ring": '<button style="outline: none">Here</button>',
    "out of sight": '<button>Here</button><div style="position: fixed; inset: 0; background: white"></div>',
    "Nothing has the focus": '<button tabindex="-1">Here</button>',
  };
  for (const [wrong, html] of Object.entries(wrongs)) {
    await page.setContent(`<style>:focus { outline: 2px solid blue }</style>${html}`);
    await expect(tabTo(page.getByRole("button"))).rejects.toThrow(wrong);
  }
});

test("a partner signs in", async ({ visit }) => {
  const page = await visit("nobody");
  await page.goto("/sign-in");
  await typeInto(page.getByLabel("E-mail"), emailOf("carla"));
  await typeInto(page.getByLabel("Password"), demoPassword);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
});

test("a contact is added, its registration requested, the answer read", async ({ carla }) => {
  const guest = someone();
  await open(carla, "/contacts");
  await pressOn(link(carla, "Add New Contact"));
  await expectFocus(heading(carla));
  for (const [label, value] of Object.entries(guest)) await typeInto(carla.getByLabel(label, { exact: true }), value);
  await pressOn(button(carla, "Add contact"));
  await expect(carla.getByText("Contact added.")).toBeVisible();
  await expectFocus(heading(carla));

  await chooseIn(carla.getByLabel("Registration Action", { exact: true }), "Request Registration");
  await pressOn(card(carla, "Partner Registration Information").getByRole("button", { name: "Save" }));
  await expectFocus(said(carla, /^Request \d+ has been answered\.$/));
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  await pressOn(carla.getByRole("button", { name: "About Registration Status" }));
  await expect(carla.locator(":popover-open")).toBeVisible();
  await carla.keyboard.press("Escape");
  await expectFocus(carla.getByRole("button", { name: "About Registration Status" }));
});

test("a request that waits is withdrawn, on its record and among all", async ({ carla }) => {
  const { id } = await guestOf(carla);
  await open(carla, "/settings");
  await pressOn(button(carla, "Pause sync"));
  await expectFocus(said(carla, "The sync is paused."));
  try {
    await open(carla, `/contacts/${id}`);
    const action = carla.getByLabel("Registration Action", { exact: true });
    const save = card(carla, "Partner Registration Information").getByRole("button", { name: "Save" });
    await chooseIn(action, "Request Registration");
    await pressOn(save);
    await expectFocus(said(carla, /^Receipt \d+\. Next in line/));
    await tabTo(save, "Shift+Tab");
    await tabTo(action, "Shift+Tab");
    await carla.keyboard.type("None");
    await pressOn(save);
    await expect(registration(carla, "Registration Status")).toContainText("to fix");
    await expectFocus(said(carla, /^Request \d+ has been answered\.$/));

    await chooseIn(action, "Request Registration");
    await pressOn(save);
    await expect(carla.getByText(/^Receipt \d+/)).toBeVisible();
    await open(carla, "/requests");
    await pressOn(button(carla, /^Withdraw/));
    await expectFocus(said(carla, /^Request \d+ is withdrawn\.$/));
  } finally {
    await open(carla, "/settings");
    await pressOn(button(carla, "Resume sync"));
    await expectFocus(said(carla, "The sync runs again."));
  }
});

test("contacts are chosen, seen in a dry run, requested, and asked for again", async ({ carla }) => {
  const [ready, lacking] = [await guestOf(carla), await guestOf(carla, { Company: "" })];
  await open(carla, "/contacts");
  const box = (name: string) => carla.getByRole("checkbox", { name: `Choose ${name}` });
  await pressOn(box(lacking.name), "Space");
  await tabTo(button(carla, "Clear"), "Shift+Tab");
  await carla.keyboard.press("Enter");
  await expectFocus(box(lacking.name));
  await carla.keyboard.press("Space");
  await pressOn(box(ready.name), "Space");
  await tabTo(button(carla, "Request registration for 2 contacts"), "Shift+Tab");
  await carla.keyboard.press("Enter");

  await expect(carla.getByText("1 will be requested")).toBeVisible();
  await intoMain(carla);
  await pressOn(carla.getByLabel(/^Also ask for the 1 that lacks data/), "Space");
  await pressOn(button(carla, "Request registration for 2 contacts"));
  await expect(carla.getByText("Finished: every request was answered.")).toBeVisible();
  await expectFocus(heading(carla));

  await pressOn(link(carla, "Ask again for the 1 contact not registered"));
  await expect(carla.getByText("1 lacks data")).toBeVisible();
  await expectFocus(heading(carla));
});

test("what a request would be answered follows the typing on the record", async ({ carla }) => {
  const { id } = await guestOf(carla);
  await open(carla, `/contacts/${id}?view=properties&group=company_information`);
  const ahead = card(carla, "If you asked now");
  const website = carla.getByLabel("Website", { exact: true });
  await typeInto(website, "acme,com");
  await expect(ahead).toContainText("There is a comma where a dot should be.");
  await expectFocus(website);
  await carla.keyboard.press("ControlOrMeta+a");
  await carla.keyboard.type("https://www.keys-and-more.co.uk/shop");
  await expect(ahead).toContainText("It would be Registered.");
  await pressOn(ahead.getByText("How the website was read"));
  await expect(ahead).toContainText("This is what is registered, with everything below it.");
  await pressOn(ahead.getByRole("link", { name: "The domain keys-and-more.co.uk" }));
  await expect(heading(carla)).toHaveText("keys-and-more.co.uk");
  await expectFocus(heading(carla));
});

test("what is lacking is mended where the answer leads to", async ({ carla }) => {
  const { id } = await guestOf(carla, { Company: "" });
  await open(carla, `/contacts/${id}`);
  await pressOn(link(carla, "Mend Company"));
  const company = carla.getByLabel("Company", { exact: true });
  await expectFocus(company);
  await carla.keyboard.type("Guest House");
  await pressOn(card(carla, "Company Information").getByRole("button", { name: "Save" }));
  await expectFocus(said(carla, "Saved."));
  await expect(company).toHaveValue("Guest House");
});

test("a domain is looked up, watched, and not watched any more", async ({ carla, bram }) => {
  const { domain } = await registeredGuestOf(carla);
  await open(bram, "/registration");
  await typeInto(bram.getByLabel("Website", { exact: true }), `info@${domain}`);
  await pressOn(button(bram, "Look up"));
  await expect(bram.getByText("This is an e-mail address.")).toBeVisible();
  await intoMain(bram);
  await pressOn(link(bram, domain));
  await expect(heading(bram)).toHaveText(domain);
  await intoMain(bram);
  await pressOn(button(bram, "Tell me when it is free"));
  await expectFocus(said(bram, "You will be told when this domain is free."));
  await pressOn(button(bram, "Stop watching"));
  await expectFocus(said(bram, "You will not be told about this domain any more."));
});

test("a transfer is offered and taken back, and the proof downloaded", async ({ carla }) => {
  const { domain } = await registeredGuestOf(carla);
  await open(carla, `/registration/${domain}`);
  await typeInto(carla.getByLabel("Hub ID of the other portal"), "1");
  await pressOn(button(carla, "Offer the transfer"));
  await expect(carla.getByText("No other partner has this Hub ID.")).toBeVisible();
  await expectFocus(button(carla, "Offer the transfer"));
  await tabTo(carla.getByLabel("Hub ID of the other portal"), "Shift+Tab");
  await carla.keyboard.type("214907");
  await carla.keyboard.press("Enter");
  await expectFocus(said(carla, "The transfer was offered."));
  await pressOn(button(carla, "Take the offer back"));
  await expectFocus(said(carla, "The offer was taken back"));

  const proof = link(carla, "Download the proof");
  await tabTo(proof);
  const [download] = await Promise.all([carla.waitForEvent("download"), carla.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toContain(domain);
  await expectFocus(proof);
});

test("a contact is deleted after the dialog was left and opened again", async ({ carla }) => {
  const { id } = await registeredGuestOf(carla);
  await open(carla, `/contacts/${id}`);
  const opener = carla.locator("summary").filter({ hasText: "Delete contact" });
  const dialog = carla.getByRole("alertdialog");
  await pressOn(opener);
  await expectFocus(dialog.getByRole("button", { name: "Keep contact" }));
  await carla.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expectFocus(opener);

  await carla.keyboard.press("Enter");
  await expectFocus(dialog.getByRole("button", { name: "Keep contact" }));
  await pressOn(dialog.getByRole("checkbox", { name: /^Also release/ }), "Space");
  await pressOn(dialog.getByRole("button", { name: "Delete contact" }));
  await expect(carla).toHaveURL(/\/contacts\?deleted=\d+$/);
  await expectFocus(heading(carla));
});

test("two contacts are merged after it was read which registration is given up", async ({ carla }) => {
  const other = await registeredGuestOf(carla);
  const survivor = await guestOf(carla);
  await open(carla, `/contacts/${survivor.id}`);
  await pressOn(link(carla, "Merge with another contact"));
  await expectFocus(heading(carla));
  await typeInto(carla.getByLabel("Find the other contact"), other.name);
  await carla.keyboard.press("Enter");
  await carla.waitForURL(/q=/);
  await intoMain(carla);
  await pressOn(link(carla, `Choose ${other.name}`));
  const opener = button(carla, "Merge the two contacts");
  const dialog = carla.getByRole("alertdialog");
  await pressOn(opener);
  await expect(dialog).toContainText(`${other.domain} stays registered to your portal until`);
  await expectFocus(dialog.getByRole("button", { name: "Keep both" }));
  await carla.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expectFocus(opener);

  await carla.keyboard.press("Enter");
  await expectFocus(dialog.getByRole("button", { name: "Keep both" }));
  await pressOn(dialog.getByRole("button", { name: "Merge the two contacts" }));
  await expect(carla.getByText("The two contacts are one now.")).toBeVisible();
  await expectFocus(heading(carla));
});

test("a domain is released after its consequence was read", async ({ carla }) => {
  const { domain } = await registeredGuestOf(carla);
  await open(carla, `/registration/${domain}`);
  await pressOn(carla.locator("summary").filter({ hasText: `Release ${domain}` }));
  await expect(carla.getByText("1 contact of yours goes blank.")).toBeVisible();
  await typeInto(carla.getByLabel("Reason, if you like"), "Not for us.");
  await pressOn(button(carla, `Release ${domain}`));
  await expectFocus(said(carla, "The domain was released."));
});

test("the calendar gets another address, and e-mail is switched off", async ({ carla }) => {
  await open(carla, "/settings");
  await pressOn(button(carla, /^(Make|Renew) the address$/));
  await expect(carla.getByLabel("Calendar address")).toBeVisible();
  await expectFocus(button(carla, "Renew the address"));
  await tabTo(carla.getByLabel("Calendar address"), "Shift+Tab");
  await pressOn(button(carla, "Renew the address"));
  await tabTo(button(carla, "Send me no e-mail"), "Shift+Tab");
  await carla.keyboard.press("Enter");
  await expectFocus(carla.locator("#email"));
});

test("the notices are reached by the bell, and all marked as read", async ({ bram }) => {
  await bram.goto("/lists");
  const bell = bram.getByRole("banner").getByRole("link", { name: /^Notices/ });
  await pressOn(bell);
  await expect(heading(bram)).toHaveText("Notices");
  await pressOn(button(bram, "Mark all as read"));
  await expectFocus(heading(bram));
  await expect(bell).toHaveAccessibleName("Notices");
});

test("a file is checked and imported, up to its result", async ({ carla }) => {
  await open(carla, "/imports");
  await carla.getByLabel("CSV file").setInputFiles(join(import.meta.dirname, "data", "customers-20.csv"));
  await tabTo(carla.getByLabel("CSV file"));
  await pressOn(button(carla, "Upload file"));
  await expect(carla.getByRole("heading", { name: "Match columns" })).toBeVisible();
  await intoMain(carla);
  await chooseIn(carla.getByLabel("“Index” goes to"), "Job Title");
  await pressOn(button(carla, "Check 20 rows"));
  await expect(carla.getByText("20 rows checked: no problems.")).toBeVisible();
  await expectFocus(carla.locator("main :focus"));
  await pressOn(button(carla, "Import 20 rows"));
  await expect(carla.getByText("20 rows read: 20 created.")).toBeVisible();
  await expectFocus(carla.locator("main :focus"));
  await pressOn(link(carla, "View 20 imported contacts"));
  await expectFocus(heading(carla));
});

test("lists are filtered, Invalid Data is opened and seen as of yesterday", async ({ priya }) => {
  await open(priya, "/lists");
  await chooseIn(priya.getByLabel("Kind of list"), "Smart Lists");
  await pressOn(button(priya, "Show"));
  await priya.waitForURL(/kind=smart/);
  await intoMain(priya);
  await pressOn(link(priya, "HubSpot Partner - Invalid Data"));
  await expect(heading(priya)).toHaveText("HubSpot Partner - Invalid Data");
  await expectFocus(heading(priya));
  await typeInto(priya.getByLabel("Date or receipt"), daysAfter(dayIn("UTC", Date.now()), -1));
  await priya.keyboard.press("Enter");
  await priya.waitForURL(/asof=/);
  await expect(said(priya, /^(After event \d+|Before anything)/)).toBeVisible();
  await intoMain(priya);
  await tabTo(button(priya, "Look back"));
});

test("the channel manager finds a domain, starts a pursuit and ends it", async ({ chidi }) => {
  const domain = domainOf(someone());
  await open(chidi, "/domains");
  await typeInto(chidi.getByLabel("Domain", { exact: true }), domain);
  await chidi.keyboard.press("Enter");
  await chidi.waitForURL(/q=/);
  await intoMain(chidi);
  await pressOn(link(chidi, `Open ${domain}`));
  await expect(heading(chidi)).toHaveText(domain);
  await expectFocus(heading(chidi));
  const start = card(chidi, "Start a pursuit");
  await typeInto(start.getByLabel("Account"), "Guest House");
  await typeInto(start.getByLabel("Reason"), "They asked for a demo.");
  await pressOn(button(chidi, "Start the pursuit"));
  await expectFocus(said(chidi, "The pursuit was requested."));
  await lookUntil(chidi, () => expect(card(chidi, "End the pursuit")).toBeVisible({ timeout: 500 }));

  await open(chidi, `/domains/${domain}`);
  await typeInto(card(chidi, "End the pursuit").getByLabel("Reason"), "They chose a partner.");
  await pressOn(button(chidi, "End the pursuit"));
  await expectFocus(said(chidi, "The pursuit was ended."));
});

test("a domain is put on the not-pursued list and taken off, and seen as it was", async ({ chidi }) => {
  const domain = domainOf(someone());
  await open(chidi, `/domains/${domain}`);
  const list = card(chidi, "Put it on the not-pursued list");
  await chooseIn(list.getByRole("combobox"), "Free e-mail");
  await typeInto(list.getByLabel("Reason"), "They give it away.");
  await pressOn(button(chidi, "Put it on the list"));
  await expectFocus(said(chidi, "The domain is on the not-pursued list."));
  await typeInto(card(chidi, "Take it off the not-pursued list").getByLabel("Reason"), "They stopped.");
  await pressOn(button(chidi, "Take it off the list"));
  await expectFocus(said(chidi, "The domain is off the not-pursued list."));

  await typeInto(chidi.getByLabel("Date or receipt"), "2014-05-06");
  await pressOn(button(chidi, "Look back"));
  await chidi.waitForURL(/asof=/);
  await expect(said(chidi, "Before anything was recorded.")).toBeVisible();
});

test("a domain changes hands, and is revoked", async ({ carla, bram, chidi }) => {
  const { domain } = await registeredGuestOf(carla);
  await open(carla, `/registration/${domain}`);
  await typeInto(carla.getByLabel("Hub ID of the other portal"), "214907");
  await carla.keyboard.press("Enter");
  await expectFocus(said(carla, "The transfer was offered."));
  await open(bram, `/registration/${domain}`);
  await pressOn(button(bram, "Accept the transfer"));
  await expectFocus(said(bram, "You agreed."));

  await open(chidi, "/domains");
  await pressOn(link(chidi, "Transfers"));
  await expect(heading(chidi)).toHaveText("Transfers");
  await pressOn(button(chidi, `Approve the transfer of ${domain}`));
  await expectFocus(said(chidi, "The transfer went through."));

  await open(chidi, `/domains/${domain}`);
  await typeInto(chidi.getByLabel("Reason for the partner"), "By mistake.");
  await pressOn(button(chidi, "Revoke the registration"));
  await expectFocus(said(chidi, "The registration was revoked"));
});

test("a file of accounts is tried out, and changes nothing", async ({ chidi }) => {
  const domain = domainOf(someone());
  await open(chidi, "/domains/accounts");
  const buffer = Buffer.from(`Name,Website\nGuest House,${domain}\n`);
  await chidi.getByLabel("CSV file").setInputFiles({ name: "accounts.csv", mimeType: "text/csv", buffer });
  await pressOn(button(chidi, "See what it would do"));
  await expect(said(chidi, "accounts.csv: 1 row. Nothing was changed.")).toBeVisible();
  await intoMain(chidi);
  await tabTo(button(chidi, "Load the accounts"));
});

test("a policy is simulated, put in force, and back", async ({ chidi }) => {
  await open(chidi, "/policy");
  for (const [term, reason] of [
    ["2", "Partners need longer."],
    ["1", "Back to a year."],
  ] as const) {
    await typeInto(chidi.getByLabel("Term in years"), term);
    await pressOn(button(chidi, "Simulate"));
    await chidi.waitForURL(new RegExp(`termYears=${term}`));
    await intoMain(chidi);
    await typeInto(chidi.getByLabel("Reason"), reason);
    await pressOn(button(chidi, "Put in force"));
    await expectFocus(said(chidi, /^Version \d+ is in force\.$/));
  }
});
