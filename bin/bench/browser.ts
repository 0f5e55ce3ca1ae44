import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Response } from "@playwright/test";
import { findChromium } from "../chromium.mjs";
import type { Served, Stage } from "./act.ts";
import { alone, type Line } from "./report.ts";

const runs = 5;
const mostMs = 400;
const mostKilobytes = 195;

/** Contacts home in a browser that has never been here, signed in. */
export async function browserLines({ origin }: Served, { cookie }: Stage): Promise<Line[]> {
  const { path, why } = await findChromium();
  if (path === undefined) throw new Error(why);
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: path,
    args: [...sandbox, "--disable-gpu", "--no-first-run"],
  });
  const [times, sizes]: [number[], number[]] = [[], []];
  try {
    for (let turn = 0; turn < runs; turn += 1) {
      const { usableMs, kilobytes } = await visit(browser, origin, cookie);
      times.push(usableMs);
      sizes.push(kilobytes);
    }
  } finally {
    await browser.close();
  }
  return [
    alone("Contacts home in Chromium, cold, until it can be used", times, "ms", mostMs),
    alone("its JavaScript, compressed", sizes, "KB", mostKilobytes),
  ];
}

async function visit(
  browser: Browser,
  origin: string,
  cookie: string,
): Promise<{ usableMs: number; kilobytes: number }> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "dibs", value: encodeURIComponent(cookie), url: origin }]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(bytesOf(response));
  });
  await page.goto(`${origin}/contacts`, { waitUntil: "commit" });
  // Not `waitForFunction`: it needs `eval`, which the pages' own policy forbids.
  const marked = await page.waitForSelector("html[data-usable-ms]", { timeout: 30_000 });
  const usableMs = Number(await marked.getAttribute("data-usable-ms"));
  await page.waitForLoadState("networkidle");
  const bytes = await Promise.all(scripts);
  await context.close();
  return { usableMs, kilobytes: bytes.reduce((sum, each) => sum + each, 0) / 1024 };
}

/** As it came over the wire; what came as it is would be compressed by the proxy in front. */
async function bytesOf(response: Response): Promise<number> {
  if (response.headers()["content-encoding"] === undefined) return gzipSync(await response.body(), { level: 9 }).length;
  return (await response.request().sizes()).responseBodySize;
}

/**
 * In the page: it can be used when the first contact can be seen, the search field takes what is typed, and a click on the
 * first box has brought the line of what can be done with the chosen.
 */
function watch(): void {
  const look = setInterval(() => {
    const link = document.querySelector("tbody a");
    const [box] = document.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]");
    const fields = [...document.querySelectorAll<HTMLInputElement>("input[type=search]")];
    if (link === null || box === undefined || fields.length === 0 || !link.checkVisibility()) return;
    // React leaves its mark on an element some time before it listens to it: until then a click is lost, and is tried again.
    const marks = [box, ...fields].map((each) => Object.keys(each).some((key) => key.startsWith("__reactProps")));
    if (!marks.every(Boolean) || fields.some(({ disabled }) => disabled)) return;
    box.checked = false;
    box.click();
    if (document.querySelector("form[aria-label='Chosen contacts']") === null) return;
    document.documentElement.dataset["usableMs"] = String(performance.now());
    clearInterval(look);
  }, 4);
}
