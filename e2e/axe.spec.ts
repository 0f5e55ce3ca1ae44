import type { BrowserContextOptions, Page } from "@playwright/test";
import axe from "axe-core";
import { emailOf, expect, type Person, test as base } from "./fixtures.ts";
import { untilItListens } from "./listening.ts";
import { pageRoutes } from "./routes.ts";
import { addContact, deleteContact, lookUntil, registration, someone } from "./steps.ts";
import { alikeTo, type Things } from "./things.ts";

type Shown = {
  who: Person | "nobody";
  at: string | ((things: Things) => string);
  open?: (page: Page) => Promise<void>;
};

// Every page of the build, where it has most to show. A page that is not named here fails the first test.
const pages: Record<string, Shown[]> = {
  // It only leads on.
  "/": [],
  "/sign-in": [{ who: "nobody", at: "/sign-in" }],
  "/first-admin": [{ who: "nobody", at: "/first-admin" }],
  "/contacts": [
    { who: "bram", at: "/contacts?sort=expires-asc" },
    { who: "priya", at: "/contacts?q=jillian" },
    { who: "bram", at: "/contacts?q=nobody+is+called+so" },
    {
      who: "bram",
      at: "/contacts?f=lifecyclestage:is:lead+city:known&cols=_standing-city.wide-company.narrow&density=compact",
    },
    { who: "bram", at: "/contacts?f=shoe_size:is:38&cols=shoe_size" },
    { who: "bram", at: "/contacts?panel=filter&field=created_on&is=between&value=2014-05-06" },
    { who: "bram", at: "/contacts?panel=filter&field=lifecyclestage" },
    { who: "bram", at: "/contacts?panel=columns", open: (page) => page.getByText("Add columns").click() },
  ],
  "/contacts/views": [
    { who: "priya", at: "/contacts/views?problem=view-not-found" },
    { who: "carla", at: "/contacts/views", open: see("rowheader", /^Guests/) },
  ],
  "/contacts/deleted": [
    { who: "carla", at: "/contacts/deleted", open: showDeleted },
    { who: "carla", at: "/contacts/deleted?q=nobody+is+called+so" },
    { who: "bram", at: "/contacts/deleted?kept=1" },
  ],
  "/contacts/duplicates": [
    { who: "carla", at: "/contacts/duplicates", open: showDuplicates },
    { who: "bram", at: "/contacts/duplicates?done=apart" },
  ],
  "/contacts/new": [{ who: "carla", at: "/contacts/new" }],
  "/contacts/[id]": [
    ...["overview", "properties", "account", "lists", "history", "workflows", "public"].map((view): Shown => ({
      who: "carla",
      at: ({ contact }) => `/contacts/${contact}?view=${view}`,
    })),
    ...["registered", "unavailable", "invalid-data"].map((list): Shown => ({
      who: "bram",
      at: `/contacts?list=${list}`,
      open: openFirst,
    })),
    { who: "bram", at: "/contacts/1" },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?asof=999999999` },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?asof=yesterday` },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?view=properties&q=nothing+is+called+so` },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?view=history&property=firstname` },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?kind=form&find=nothing+is+called+so` },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}?saved=not-a-photo` },
  ],
  "/p/[token]": [{ who: "nobody", at: ({ token }) => `/p/${token}` }],
  "/lists": [
    { who: "priya", at: "/lists" },
    { who: "priya", at: "/lists?q=no+list+is+called+so" },
  ],
  "/lists/[id]": [
    { who: "bram", at: "/lists?q=invalid", open: openFirst },
    { who: "carla", at: ({ list }) => `/lists/${list}?asof=999999999` },
    { who: "priya", at: "/lists?q=Monitis", open: openFirst },
    { who: "carla", at: ({ ownList, contact }) => `/lists/${ownList}?test=${contact}&asof=2014-05-06` },
    { who: "carla", at: ({ ownList }) => `/lists/${ownList}?test=nobody&asof=yesterday` },
  ],
  "/lists/[id]/edit": [{ who: "carla", at: ({ ownList }) => `/lists/${ownList}/edit` }],
  "/lists/new": [{ who: "priya", at: "/lists/new", open: fillRule }],
  "/lists/folders/new": [{ who: "priya", at: "/lists/folders/new?problem=name-missing" }],
  "/lists/unsubscribes": [
    { who: "priya", at: "/lists/unsubscribes" },
    { who: "carla", at: ({ contact }) => `/contacts/${contact}`, open: optOutAndExport },
  ],
  "/imports": [
    { who: "carla", at: "/imports" },
    { who: "carla", at: "/imports?refused=no-file" },
  ],
  "/imports/[id]": [
    { who: "carla", at: (things) => `/imports/${things.import}` },
    { who: "carla", at: ({ checked }) => `/imports/${checked}` },
    { who: "carla", at: ({ checked }) => `/imports/${checked}?by=row&refused=nothing-matched` },
    { who: "carla", at: ({ done }) => `/imports/${done}` },
  ],
  "/exports": [
    { who: "priya", at: "/exports" },
    { who: "carla", at: "/exports", open: see("rowheader", /^Sandpit Studio/) },
  ],
  "/exports/new": [
    { who: "carla", at: "/exports/new?all=1" },
    { who: "carla", at: "/exports/new" },
  ],
  "/requests": [
    { who: "carla", at: "/requests" },
    { who: "bram", at: "/requests" },
  ],
  "/requests/[id]": [{ who: "carla", at: ({ batch }) => `/requests/${batch}` }],
  "/requests/new": [
    { who: "bram", at: "/requests/new?all=1" },
    { who: "bram", at: "/requests/new" },
  ],
  "/bulk": [
    { who: "carla", at: "/bulk" },
    { who: "beatriz", at: "/bulk" },
  ],
  "/bulk/[id]": [{ who: "carla", at: ({ bulk }) => `/bulk/${bulk}` }],
  "/bulk/edit": [
    { who: "bram", at: "/bulk/edit?all=1&property=city&value.city=Berlin&look=1&wait=1" },
    { who: "bram", at: "/bulk/edit?all=1&property=website&value.website=elsewhere.com&look=1&wait=1" },
    { who: "carla", at: ({ contact }) => `/bulk/edit?ids=${contact}&property=follower_count&look=1` },
    { who: "bram", at: "/bulk/edit" },
  ],
  "/bulk/list": [
    { who: "bram", at: "/bulk/list?all=1&called=Guests&look=1&wait=1" },
    { who: "carla", at: ({ contact }) => `/bulk/list?ids=${contact}&do=leave&look=1` },
  ],
  "/bulk/delete": [
    { who: "bram", at: "/bulk/delete?all=1&wait=1" },
    { who: "carla", at: ({ contact }) => `/bulk/delete?ids=${contact}` },
  ],
  "/review": [{ who: "beatriz", at: "/review" }],
  "/dashboard": [{ who: "bram", at: "/dashboard" }],
  "/forms": [
    { who: "priya", at: "/forms" },
    { who: "carla", at: "/forms" },
    { who: "carla", at: "/forms?show=archived" },
  ],
  "/forms/new": [{ who: "carla", at: "/forms/new" }],
  "/forms/[id]": ["submissions&done=published", "held", "edit", "preview", "share"].map((view): Shown => ({
    who: "carla",
    at: ({ form }) => `/forms/${form}?view=${view}`,
  })),
  "/f/[id]": [
    { who: "nobody", at: ({ publicForm }) => `/f/${publicForm}` },
    { who: "nobody", at: ({ publicForm }) => `/f/${publicForm}?embed=1` },
    { who: "nobody", at: ({ publicForm }) => `/f/${publicForm}?sent=1` },
  ],
  "/prospects": [
    { who: "priya", at: "/prospects", open: see("heading", /^(Prospects|No prospects)$/) },
    { who: "bram", at: "/prospects", open: see("rowheader", /./) },
    { who: "carla", at: "/prospects?done=asked" },
  ],
  "/workflows": [{ who: "priya", at: "/workflows" }],
  "/notices": [
    { who: "priya", at: "/notices" },
    { who: "bram", at: "/notices" },
  ],
  "/expiring": [
    { who: "bram", at: "/expiring" },
    { who: "bram", at: "/expiring?show=later" },
    { who: "priya", at: "/expiring" },
  ],
  "/expiring/calendar": [{ who: "bram", at: "/expiring/calendar" }],
  "/expiring/re-register": [
    { who: "bram", at: "/expiring/re-register?all=1" },
    { who: "bram", at: "/expiring/re-register" },
  ],
  "/expiring/release": [{ who: "bram", at: "/expiring/release?all=1" }],
  "/settings": [
    { who: "bram", at: "/settings" },
    { who: "beatriz", at: "/settings?done=paused" },
    {
      who: "carla",
      at: "/settings?done=not-salesforce",
      open: (page) => page.getByText("Choose what they show").click(),
    },
  ],
  "/settings/keys": [
    { who: "carla", at: "/settings/keys?done=kept" },
    { who: "chidi", at: "/settings/keys" },
  ],
  "/settings/properties": [
    { who: "carla", at: "/settings/properties?done=created" },
    { who: "priya", at: "/settings/properties" },
    { who: "carla", at: "/settings/properties?q=no+property+is+called+so" },
  ],
  "/settings/properties/new": [{ who: "carla", at: "/settings/properties/new" }],
  "/settings/properties/[id]": [{ who: "carla", at: ({ property }) => `/settings/properties/${property}` }],
  "/domains": [
    { who: "chidi", at: "/domains" },
    { who: "chidi", at: "/domains?q=nobody-has-this.com" },
    { who: "chidi", at: "/domains?show=look-alikes&q=guest", open: see("rowheader", /^guest/) },
    { who: "chidi", at: "/domains?show=look-alikes&q=nobody-has-this.com" },
  ],
  "/domains/[key]": [
    { who: "chidi", at: ({ domain }) => `/domains/${domain}` },
    { who: "chidi", at: ({ domain }) => `/domains/${domain}?asof=999999999` },
    { who: "chidi", at: ({ domain }) => `/domains/${alikeTo(domain)}`, open: see("heading", "Look-alikes") },
    { who: "chidi", at: "/domains?show=held", open: openFirst },
    { who: "chidi", at: "/domains?show=not-pursued", open: openFirst },
  ],
  "/policy": [
    { who: "chidi", at: "/policy" },
    { who: "chidi", at: "/policy?simulate=1&termYears=2&capacity=5" },
    { who: "chidi", at: "/policy?simulate=1&termYears=soon&capacities=many" },
    { who: "chidi", at: "/policy?problem=overtaken" },
  ],
  "/domains/transfers": [{ who: "chidi", at: "/domains/transfers" }],
  "/registration": [
    { who: "carla", at: "/registration" },
    { who: "carla", at: "/registration?website=info@acme.com" },
  ],
  "/registration/[key]": [
    { who: "bram", at: "/registration/nobody-has-this.com" },
    { who: "carla", at: ({ domain }) => `/registration/${domain}` },
    {
      who: "carla",
      at: ({ domain }) => `/registration/${alikeTo(domain)}`,
      open: (page) => expect(page.getByText("Looks like another domain.")).toBeVisible(),
    },
  ],
  "/contacts/[id]/merge": [{ who: "carla", at: ({ contact }) => `/contacts/${contact}/merge?q=guest` }],
  "/domains/accounts": [{ who: "chidi", at: "/domains/accounts?problem=no-website-column" }],
  "/domains/accounts/[number]": [{ who: "chidi", at: ({ load }) => `/domains/accounts/${load}` }],
};

const states: Record<string, Shown> = {
  "the person menu open": { who: "sasha", at: "/lists", open: press(/^Account of/) },
  "the Contacts menu open": { who: "priya", at: "/lists", open: press(/^Contacts$/) },
  "the rail of the phone open": { who: "bram", at: "/lists", open: openRail },
  "repairs that were refused": {
    who: "carla",
    at: ({ checked }) => `/imports/${checked}`,
    open: async (page) => {
      await page.getByLabel(/^In place of “many”/).fill("a lot");
      await page.getByRole("button", { name: "Save and check again" }).click();
      await expect(page.getByLabel(/^In place of “many”/)).toHaveAttribute("aria-invalid", "true");
    },
  },
  "what undoing an import would do": {
    who: "carla",
    at: ({ done }) => `/imports/${done}`,
    open: async (page) => {
      const look = page.getByRole("button", { name: "See what would be undone" });
      const seen = page.getByRole("button", { name: "Keep the import" });
      await expect(look.or(seen)).toBeVisible();
      if (await look.isVisible()) await look.click();
      await expect(seen).toBeVisible();
    },
  },
  "a hint open": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "About Registration Status" }).click();
    },
  },
  "Close as open": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "Close as" }).click();
    },
  },
  "Opt Out of Email open": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "Opt Out of Email" }).click();
    },
  },
  "the way to a photo open": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "Add a photo" }).click();
    },
  },
  "what is missing for Salesforce": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: "View in Salesforce" }).click();
    },
  },
  "the dialog before a contact is deleted": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await openFirst(page);
      await page.locator("summary").filter({ hasText: "Delete contact" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
    },
  },
  "the record of a deleted contact": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await page.goto(`/contacts/${await deleteGuest(page)}`);
      await expect(page.getByRole("button", { name: "Restore this contact" })).toBeVisible();
    },
  },
  "the notice after a contact was deleted": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await deleteGuest(page);
      await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    },
  },
  "the dialog before a contact is deleted for good": {
    who: "carla",
    at: "/contacts/deleted",
    open: async (page) => {
      await showDeleted(page);
      await page
        .getByRole("checkbox", { name: /^Choose (?!every)/ })
        .first()
        .check();
      await page.locator("summary").filter({ hasText: "Delete for good now" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
    },
  },
  "one contact chosen": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await page
        .getByRole("checkbox", { name: /^Choose (?!every)/ })
        .first()
        .check();
      await expect(page.getByRole("button", { name: "Request registration for 1 contact" })).toBeVisible();
    },
  },
  "the views of Contacts": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await page.getByRole("button", { name: /^View:/ }).click();
      await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
    },
  },
  "a view to be changed": {
    who: "carla",
    at: "/contacts/views",
    open: async (page) => {
      await page
        .getByRole("button", { name: /^Change / })
        .first()
        .click();
      await expect(page.getByRole("button", { name: "Delete view" })).toBeVisible();
    },
  },
  "every contact chosen": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await page
        .getByRole("checkbox", { name: /^Choose (?!every)/ })
        .first()
        .check();
      await page.getByRole("checkbox", { name: /^Select all/ }).check();
      await expect(page.getByText("Everything that matches is chosen.")).toBeVisible();
    },
  },
  "what leaving a domain costs": {
    who: "bram",
    at: "/contacts?list=registered",
    open: async (page) => {
      await openFirst(page);
      await page.goto(`${new URL(page.url()).pathname}?view=properties&group=company_information`);
      await page.getByLabel("Website", { exact: true }).fill("https://moved-elsewhere.com");
      await page.getByLabel("Website", { exact: true }).press("Enter");
      await expect(page.getByRole("alertdialog")).toBeVisible();
    },
  },
  "a domain of one's own, with the release open": {
    who: "bram",
    at: "/contacts?list=registered",
    open: async (page) => {
      await openFirst(page);
      await page.locator("summary").filter({ hasText: "How the website was read" }).click();
      await page.getByRole("link", { name: /^The domain / }).click();
      await page
        .locator("summary")
        .filter({ hasText: /^Release / })
        .click();
      await expect(page.getByText("It cannot be taken back")).toBeVisible();
    },
  },
  "a merge before it is done": {
    who: "carla",
    at: ({ contact }) => `/contacts/${contact}/merge?q=guest`,
    open: async (page) => {
      await page
        .getByRole("link", { name: /^Choose / })
        .first()
        .click();
      await expect(page.getByRole("button", { name: "Merge the two contacts" })).toBeVisible();
    },
  },
  "two contacts that are one now": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      const guest = someone();
      const [other, survivor] = [await addContact(page, guest), await addContact(page, { ...guest, Email: "" })];
      await page.goto(`/contacts/${survivor}/merge?with=${other}`);
      await page.getByRole("button", { name: "Merge the two contacts" }).click();
      const [merged, dialog] = [page.getByText("The two contacts are one now."), page.getByRole("alertdialog")];
      await expect(merged.or(dialog)).toBeVisible();
      if (await dialog.isVisible()) await dialog.getByRole("button", { name: "Merge the two contacts" }).click();
      await expect(page.getByRole("button", { name: "Undo merge" })).toBeVisible();
    },
  },
  "the record of a contact that looks like another": {
    who: "carla",
    at: "/contacts/duplicates",
    open: async (page) => {
      await showDuplicates(page);
      await page.getByRole("rowheader").getByRole("link").first().click();
      await expect(page.getByText("Looks like a duplicate")).toBeVisible();
    },
  },
  "what a merge gives up": {
    who: "bram",
    at: "/contacts?list=registered",
    open: async (page) => {
      await openFirst(page);
      const other = new URL(page.url()).pathname.split("/").at(-1);
      await page.goto("/contacts?list=unavailable");
      await openFirst(page);
      await page.goto(`${new URL(page.url()).pathname}/merge?with=${other}`);
      await page.getByRole("button", { name: "Merge the two contacts" }).click();
      await expect(page.getByRole("alertdialog")).toContainText("stays registered to your portal until");
    },
  },
  "a domain chosen": {
    who: "bram",
    at: "/expiring",
    open: async (page) => {
      await page
        .getByRole("checkbox", { name: /^Choose (?!every)/ })
        .first()
        .check();
      await expect(page.getByRole("button", { name: "Release 1 domain" })).toBeVisible();
    },
  },
  "the address of the calendar shown": {
    who: "priya",
    at: "/settings",
    open: async (page) => {
      await page.getByRole("button", { name: /^(Make|Renew) the address$/ }).click();
      await expect(page.getByLabel("Calendar address")).toBeVisible();
    },
  },
  "a search that found nobody": {
    who: "priya",
    at: "/contacts?q=jillian",
    open: async (page) => {
      await page.getByRole("main").getByLabel("Search contacts").fill("nobody is called so");
      await expect(page.getByRole("heading", { name: "No contact matches" })).toBeVisible();
    },
  },
  "the palette, with what it found": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await page.getByRole("button", { name: "Go to, do or find" }).click();
      await page.getByRole("dialog").getByRole("combobox").fill("guest");
      await expect(page.getByRole("option", { name: /Guest/ }).nth(1)).toBeVisible();
    },
  },
  "the keys": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await page.getByRole("main").focus();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    },
  },
  "a preview, with a property being changed": {
    who: "carla",
    at: "/contacts",
    open: async (page) => {
      await page.locator("main tbody a.name").first().focus();
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: "Edit Company" }).click();
      await expect(page.getByRole("complementary", { name: "Preview" }).getByRole("textbox")).toBeFocused();
    },
  },
  "two commands with one key": {
    who: "carla",
    at: "/settings/keys",
    open: async (page) => {
      await page.getByLabel("Next contact").fill("k");
      await page.getByRole("button", { name: "Keep these keys" }).click();
      await expect(page.getByText("K is the key for “Next contact” already")).toBeVisible();
    },
  },
  "the signing secret shown": {
    who: "beatriz",
    at: "/settings",
    open: (page) => page.getByText("Show the signing secret").click(),
  },
  "a wrong password": {
    who: "nobody",
    at: "/sign-in",
    open: async (page) => {
      await page.getByLabel("E-mail").fill(`somebody.else.${emailOf("amelia")}`);
      await page.getByLabel("Password").fill("not-her-password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("That e-mail and password do not belong together.")).toBeVisible();
    },
  },
  "a form that was not filled in right": {
    who: "nobody",
    at: ({ publicForm }) => `/f/${publicForm}`,
    open: async (page) => {
      await page.getByLabel("Email (needed)").fill("jillian at home");
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByText("Not sent yet: 1 field to mend.")).toBeVisible();
    },
  },
  "a form that cannot be saved": {
    who: "carla",
    at: "/forms/new",
    open: async (page) => {
      await page.getByLabel("Or go to this address").fill("nowhere");
      await page.getByRole("button", { name: "Create form" }).last().click();
      await expect(page.getByText("Not saved yet: 2 things to mend.")).toBeVisible();
    },
  },
  "a property that was refused": {
    who: "carla",
    at: "/settings/properties/new",
    open: async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("First Name");
      await page.getByLabel("Type", { exact: true }).selectOption("Choice of one");
      await page.getByRole("button", { name: "Create property" }).click();
      await expect(page.getByLabel("Options", { exact: true })).toHaveAttribute("aria-invalid", "true");
    },
  },
  "a value to put back": {
    who: "carla",
    at: ({ contact }) => `/contacts/${contact}?view=properties&group=calls`,
    open: async (page) => {
      for (const notes of ["Called back", "Called again"]) {
        await page.getByLabel("Call Notes", { exact: true }).fill(`${notes} ${Date.now()}`);
        await page.getByRole("main").getByRole("button", { name: "Save" }).last().click();
        await page.waitForURL(/saved=properties/);
        await page.getByText("Saved.", { exact: true }).waitFor();
      }
      await page.goto(page.url().replace(/view=.*/, "view=history&property=call_notes"));
      await expect(page.getByRole("button", { name: /^Put this back/ }).first()).toBeVisible();
    },
  },
  "a refused value beside its field": {
    who: "carla",
    at: "/contacts/new",
    open: async (page) => {
      await page.getByLabel("Email", { exact: true }).fill("jillian at home");
      await page.getByRole("button", { name: "Add contact" }).click();
      await expect(page.getByLabel("Email", { exact: true })).toHaveAttribute("aria-invalid", "true");
    },
  },
  "a request that was just answered": {
    who: "carla",
    at: ({ contact }) => `/contacts/${contact}`,
    open: async (page) => {
      await page.getByLabel("Registration Action", { exact: true }).selectOption("Request Registration");
      await page.getByRole("button", { name: "Save" }).first().click();
      await expect(page.getByText(/^Request \d+ has been answered\.$/)).toBeVisible();
      await expect(registration(page, "Registration Status")).toHaveText("Registered");
    },
  },
};

type Width = 1280 | 390;
const browsers: Record<Width, BrowserContextOptions> = {
  1280: { viewport: { width: 1280, height: 900 } },
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One page for each person and width, so that the scripts are read and compiled once. */
const test = base.extend<object, { pageOf: (who: Shown["who"], width: Width) => Promise<Page> }>({
  pageOf: [
    async ({ browser, sessionOf }, lend, { project }) => {
      const kept = new Map<string, Page>();
      await lend(async (who, width) => {
        const known = kept.get(`${who} ${width}`);
        if (known !== undefined) return known;
        const signedIn = who === "nobody" ? {} : { storageState: await sessionOf(who) };
        const baseURL = project.use.baseURL ?? "";
        const page = await browser.newPage({ baseURL, reducedMotion: "reduce", ...browsers[width], ...signedIn });
        await untilItListens(page);
        kept.set(`${who} ${width}`, page);
        return page;
      });
      for (const page of kept.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
});

// Pictures of a thousand rows take longer than the looking.
test.use({ trace: "off", screenshot: "off" });

test("every page of the build is looked at", () => {
  expect(Object.keys(pages).toSorted()).toEqual(pageRoutes);
});

test("what is wrong is seen", async ({ visit }) => {
  const page = await visit("nobody");
  await page.setContent('<main><img src="data:,"><p style="color: #eee; background: #fff">Pale</p></main>');
  await page.evaluate(axe.source);
  const seen = (await violationsOn(page)).join();
  for (const rule of ["image-alt", "color-contrast", "html-has-lang", "page-has-heading-one"])
    expect(seen).toContain(rule);
});

for (const [route, shown] of Object.entries(pages))
  if (shown.length > 0)
    test(`${route} has no violation`, async ({ pageOf, things }) => {
      test.setTimeout(30_000 * shown.length);
      for (const each of shown) await lookAt({ pageOf, things }, each);
    });

for (const [name, state] of Object.entries(states))
  test(`no violation with ${name}`, async ({ pageOf, things }) => lookAt({ pageOf, things }, state));

type Around = { pageOf: (who: Shown["who"], width: Width) => Promise<Page>; things: Things };

/** In both themes, at both widths. */
async function lookAt({ pageOf, things }: Around, { who, at, open }: Shown): Promise<void> {
  const path = typeof at === "string" ? at : at(things);
  for (const width of [1280, 390] as const) {
    const page = await pageOf(who, width);
    await page.goto(path);
    await open?.(page);
    // From the top, as after a navigation: what stands half under the bar is no smaller for it.
    await page.evaluate(() => scrollTo(0, 0));
    // After a click the title comes last.
    await expect(page).toHaveTitle(/Dibs$/);
    await page.evaluate(axe.source);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page), `${path}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}

function violationsOn(page: Page): Promise<string[]> {
  return page.evaluate(`axe
    .run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ": " + target.join(" ") + " " + html.slice(0, 200))))`);
}

function press(name: RegExp) {
  return (page: Page) => page.getByRole("banner").getByRole("button", { name }).click();
}

/** Looks again until it is there: the sync may still be on its way to it. */
function see(role: "rowheader" | "heading", name: string | RegExp) {
  return (page: Page) =>
    lookUntil(page, () => expect(page.getByRole(role, { name }).first()).toBeVisible({ timeout: 500 }));
}

/** At 1280 px it is there anyway. */
async function openRail(page: Page): Promise<void> {
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (await menu.isVisible()) await menu.click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

/** Where somebody has opted out there is a file. */
async function optOutAndExport(page: Page): Promise<void> {
  const out = page.getByRole("button", { name: "Opt Out of Email" });
  if (await out.isVisible()) {
    await out.click();
    await page.getByRole("button", { name: "Opt out", exact: true }).click();
    await expect(page.getByText("Opted out of e-mail.")).toBeVisible();
  }
  await page.goto("/lists/unsubscribes");
  await expect(page.getByRole("link", { name: "Export unsubs and bounces" })).toBeVisible();
}

/** A rule with a line of each kind of input, in a group. */
async function fillRule(page: Page): Promise<void> {
  await page.getByLabel("Property of line 0").selectOption({ label: "Registration Status" });
  await page.getByRole("button", { name: "Add group" }).click();
  await page.getByLabel("Property of line 1.0").selectOption({ label: "Number of Employees" });
  await page.getByLabel("What is asked in line 1.0").selectOption({ label: "is between" });
  await page.getByRole("button", { name: "Create list" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
}

/** Answers the id of a contact that is there no longer. */
async function deleteGuest(page: Page): Promise<number> {
  const id = await addContact(page, someone());
  await deleteContact(page, id);
  return id;
}

async function showDeleted(page: Page): Promise<void> {
  const row = page.getByRole("button", { name: /^Restore / }).first();
  if (!(await row.isVisible())) {
    await deleteGuest(page);
    await page.goto("/contacts/deleted");
  }
  await expect(row).toBeVisible();
}

async function showDuplicates(page: Page): Promise<void> {
  const row = page.getByRole("link", { name: /^Merge / }).first();
  if (!(await row.isVisible())) {
    const guest = someone();
    await addContact(page, guest);
    await addContact(page, { ...guest, Email: "" });
    await page.goto("/contacts/duplicates");
    await page.getByRole("button", { name: /^Look (now|again)$/ }).click();
  }
  await expect(row).toBeVisible();
}

/** Follows the first name of the table, as a person does. */
async function openFirst(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.innerText();
  await page.getByRole("main").getByRole("rowheader").getByRole("link").first().click();
  await expect(heading).not.toHaveText(before);
}
