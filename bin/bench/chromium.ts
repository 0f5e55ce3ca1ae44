import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Response } from "@playwright/test";
import { findChromium } from "../chromium.mjs";

/** A browser for as long as something is measured in it. */
export async function inChromium<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> {
  const { path, why } = await findChromium();
  if (path === undefined) throw new Error(why);
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: path,
    args: [...sandbox, "--disable-gpu", "--no-first-run"],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Somebody who has never been here, and is signed in. */
export async function newVisitor(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin });
  await context.addCookies([{ name: "dibs", value: encodeURIComponent(cookie), url: origin }]);
  return context;
}

/** Of a script as gzip, which is what the bar is of: a browser may have asked for something smaller. */
export async function bytesOf(response: Response): Promise<number> {
  return gzipSync(await response.body(), { level: 9 }).length;
}
