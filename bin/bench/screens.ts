import type { Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import type { Served, Stage } from "./act.ts";
import { bytesOf, inChromium, newVisitor } from "./chromium.ts";
import { median, percentile } from "./measure.ts";
import { observe } from "./observe.ts";
import { alone, type Line, whole } from "./report.ts";

const visits = 7;
const slowVisits = 3;
const days = 3;
const mostMs = 400;
const mostSlowMs = 1_800;
const mostShift = 0.01;
const mostInteractionMs = 100;

/** A figure, and what it is of. */
type Named = { value: number; of: string };
const Waits = z.array(z.object({ value: z.number(), of: z.string() }));

type Screen = { name: string; path: string; mostKilobytes: number };

function screens({ middleId }: Stage): Screen[] {
  return [
    { name: "Contacts home", path: "/contacts", mostKilobytes: 195 },
    { name: "record", path: `/contacts/${middleId}`, mostKilobytes: 205 },
    { name: "list builder", path: "/lists/new", mostKilobytes: 225 },
    { name: "dashboard", path: "/dashboard", mostKilobytes: 150 },
  ];
}

/** What the main screens weigh, when the largest thing on them is painted, and whether anything moves or keeps one waiting. */
export async function screenLines({ origin }: Served, stage: Stage): Promise<Line[]> {
  const { cookie } = stage;
  return inChromium(async (browser) => {
    const lines: Line[] = [];
    const shifts: Named[] = [];
    for (const screen of screens(stage)) {
      const seen = await seenOf(visits, () => look(browser, { origin, cookie, screen, slow: false }));
      const slow = await seenOf(slowVisits, () => look(browser, { origin, cookie, screen, slow: true }));
      shifts.push(...[...seen, ...slow].map(({ shift }) => ({ value: shift, of: screen.name })));
      lines.push(
        alone(
          `${screen.name}: JavaScript, compressed`,
          seen.map(({ kilobytes }) => kilobytes),
          "KB",
          screen.mostKilobytes,
        ),
        alone(
          `${screen.name}: largest paint (LCP)`,
          seen.map(({ paintMs }) => paintMs),
          "ms",
          mostMs,
        ),
        alone(
          `… on a quarter of this processor and slow 4G`,
          slow.map(({ paintMs }) => paintMs),
          "ms",
          mostSlowMs,
        ),
      );
    }
    const waits: Named[] = [];
    for (let day = 0; day < days; day += 1)
      waits.push(...(await interactions(await newVisitor(browser, origin, cookie))));
    return [...lines, shiftLine(shifts), interactionLine(waits)];
  });
}

type Seen = { kilobytes: number; paintMs: number; shift: number };

async function seenOf(many: number, once: () => Promise<Seen>): Promise<Seen[]> {
  const seen: Seen[] = [];
  while (seen.length < many) seen.push(await once());
  return seen;
}

type Look = { origin: string; cookie: string; screen: Screen; slow: boolean };

async function look(browser: Browser, { origin, cookie, screen, slow }: Look): Promise<Seen> {
  const context = await newVisitor(browser, origin, cookie);
  await context.addInitScript(observe);
  const page = await context.newPage();
  if (slow) await slowDown(page);
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(bytesOf(response));
  });
  await page.goto(screen.path, { waitUntil: "networkidle" });
  const kilobytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0) / 1024;
  const seen = { kilobytes, paintMs: await told(page, "paint-ms"), shift: await told(page, "shift") };
  await context.close();
  return seen;
}

/** Four times slower, behind a line of 1.6 Mbit/s with 150 ms there and back: a plain phone, far out. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const [down, up] = [1_600_000 / 8, 750_000 / 8];
  const line = { offline: false, latency: 150, downloadThroughput: down, uploadThroughput: up };
  await session.send("Network.emulateNetworkConditions", line);
}

async function told(page: Page, name: string): Promise<number> {
  return Number((await page.locator("html").getAttribute(`data-${name}`)) ?? "NaN");
}

/** What people do all day, on a quarter of this processor: how long (ms) after each press something could be seen. */
async function interactions(context: BrowserContext): Promise<Named[]> {
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const waits: Named[] = [];
  const on = async (path: string, job: () => Promise<void>) => {
    await page.goto(path, { waitUntil: "networkidle" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await job();
    // An event is told of after the frame that it led to.
    await page.waitForTimeout(300);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    waits.push(...Waits.parse(JSON.parse((await page.locator("html").getAttribute("data-waits")) ?? "[]")));
  };
  await on("/contacts", () => workWithContacts(page));
  await on("/contacts", () => workWithKeys(page));
  await on("/lists/new", () => buildList(page));
  await context.close();
  return waits;
}

async function workWithContacts(page: Page): Promise<void> {
  for (const at of [0, 1, 2]) await page.locator("tbody input[type=checkbox]").nth(at).click();
  await page.getByLabel("Choose every contact on this page").click();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("searchbox", { name: "Search contacts" }).last().pressSequentially("bakery", { delay: 80 });
  await page.getByRole("button", { name: "Contacts", exact: true }).click();
  await page.keyboard.press("Escape");
}

async function workWithKeys(page: Page): Promise<void> {
  for (const key of ["j", "j", "j", "Space", "j", "k", "Escape", "x", "?", "Escape"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("requests", { delay: 80 });
  await page.keyboard.press("Escape");
}

async function buildList(page: Page): Promise<void> {
  await page.getByLabel("Name", { exact: true }).pressSequentially("Bakeries", { delay: 50 });
  await page.getByRole("button", { name: "Add line" }).first().click();
  await page.getByLabel("Property of line 0").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Add group" }).first().click();
}

function shiftLine(shifts: readonly Named[]): Line {
  const { value, of } = worstOf(shifts);
  const held = value <= mostShift;
  const where = value === 0 ? "nowhere" : `on the ${of}`;
  return {
    what: `what moves while they load (CLS), most ${where}`,
    ours: value.toFixed(3),
    bar: `≤ ${mostShift}`,
    held,
  };
}

function worstOf(all: readonly Named[]): Named {
  return all.reduce((worst, each) => (each.value > worst.value ? each : worst), { value: 0, of: "" });
}

function interactionLine(waits: readonly Named[]): Line {
  const times = waits.map(({ value }) => value);
  const worst = percentile(times, 0.98);
  return {
    what: `${whole(times.length)} presses on a quarter of this processor, until something is seen (INP); slowest: ${worstOf(waits).of}`,
    ours: `${whole(median(times))} ms`,
    worst: `p98 ${whole(worst)} ms`,
    bar: `p98 ≤ ${mostInteractionMs} ms`,
    held: worst <= mostInteractionMs,
  };
}
