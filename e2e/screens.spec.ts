import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Person, test } from "./fixtures.ts";
import type { Things } from "./things.ts";

const folder = join(import.meta.dirname, "..", "docs", "pictures");
const asked = process.env["DIBS_PICTURES"] === "1";

type Screen = { who: Person; at: (things: Things) => string; dark?: true; first?: true };
const screens: Record<string, Screen> = {
  "contacts-home": { who: "priya", at: () => "/contacts" },
  "contacts-home-dark": { who: "priya", at: () => "/contacts", dark: true },
  record: { who: "bram", at: () => "/contacts?list=registered", first: true },
  lists: { who: "bram", at: () => "/lists" },
  "dry-run": { who: "bram", at: () => "/requests/new?all=1" },
  batch: { who: "carla", at: ({ batch }) => `/requests/${batch}` },
  "import-match": { who: "carla", at: (things) => `/imports/${things.import}` },
  expiring: { who: "bram", at: () => "/expiring" },
  review: { who: "beatriz", at: () => "/review" },
  policy: { who: "chidi", at: () => "/policy?simulate=1&termYears=2" },
  domain: { who: "chidi", at: () => "/domains?show=pursued", first: true },
};

// Only pictures: what the screens do is shown by the other specs.
if (asked)
  for (const [name, { who, at, dark = false, first = false }] of Object.entries(screens))
    test(`a picture of ${name}`, async ({ visit, things }) => {
      const colorScheme = dark ? "dark" : "light";
      const page: Page = await visit(who, { viewport: { width: 1280, height: 800 }, colorScheme });
      await page.goto(at(things));
      if (first) {
        await page.getByRole("main").getByRole("rowheader").getByRole("link").first().click();
        await page.getByRole("heading", { name: /^How (it stands|this was decided)$/ }).waitFor();
      }
      await page.screenshot({ path: join(folder, `${name}.png`) });
    });
