import type { Browser } from "@playwright/test";
import type { Served, Stage } from "./act.ts";
import { inChromium, newVisitor } from "./chromium.ts";
import { alone, type Line } from "./report.ts";

const runs = 15;
const mostMs = 400;

/** Contacts home in a browser that has never been here, signed in. */
export async function browserLines({ origin }: Served, { cookie }: Stage): Promise<Line[]> {
  const [usable, takenOver]: [number[], number[]] = [[], []];
  await inChromium(async (browser) => {
    for (let turn = 0; turn < runs; turn += 1) {
      const visited = await visit(browser, origin, cookie);
      usable.push(visited.usableMs);
      takenOver.push(visited.takenOverMs);
    }
  });
  return [
    alone("Contacts home in Chromium, cold, until it can be used", usable, "ms", mostMs),
    alone("… until its script has taken over", takenOver, "ms"),
  ];
}

async function visit(
  browser: Browser,
  origin: string,
  cookie: string,
): Promise<{ usableMs: number; takenOverMs: number }> {
  const context = await newVisitor(browser, origin, cookie);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto("/contacts", { waitUntil: "commit" });
  // Not `waitForFunction`: it needs `eval`, which the pages' own policy forbids.
  const marked = await page.waitForSelector("html[data-taken-over-ms]", { timeout: 30_000 });
  const usableMs = Number(await marked.getAttribute("data-usable-ms"));
  const takenOverMs = Number(await marked.getAttribute("data-taken-over-ms"));
  await context.close();
  return { usableMs, takenOverMs };
}

/**
 * In the page: it can be used when the first contact is there and painted, a search field is open for typing, and a click on
 * the first box brings the line of what can be done with the chosen; none of that waits for a script. Taken over it is when
 * the script has counted what was chosen and listens to every field.
 */
function watch(): void {
  const look = setInterval(() => {
    const link = document.querySelector("tbody a");
    const box = document.querySelector<HTMLInputElement>("tbody input[type=checkbox]");
    const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=search]")];
    if (link === null || box === null || fields.length === 0 || !link.checkVisibility()) return;
    if (fields.some(({ disabled }) => disabled)) return;
    if (!box.checked) box.click();
    const bar = document.querySelector("form[aria-label='Chosen contacts']");
    if (!bar?.checkVisibility()) return;
    // Asked for each time: the document's first element is replaced while the page comes in.
    const { dataset } = document.documentElement;
    dataset["answersMs"] ??= String(performance.now());
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    const listened = fields.every((each) => Object.keys(each).some((key) => key.startsWith("__reactProps")));
    if (painted === undefined || !listened || !bar.textContent.includes("for 1 contact")) return;
    // The browser may tell of its paint later than it painted; it says when.
    dataset["usableMs"] = String(Math.max(Number(dataset["answersMs"]), painted.startTime));
    dataset["takenOverMs"] = String(performance.now());
    clearInterval(look);
  }, 4);
}
