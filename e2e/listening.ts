import type { Page } from "@playwright/test";

const times = Number(process.env["DIBS_SLOWER"] ?? "1");

/**
 * Makes `goto` and `reload` of the page wait until its scripts listen, as a person does who reads before pressing: a key pressed
 * earlier goes nowhere, and how early that is depends on the machine. With DIBS_SLOWER the browser is that many times slower
 * (it then forgets that it should show a page as on paper: that test fails).
 */
export async function untilItListens(page: Page): Promise<Page> {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => answered(page, await goto(...asked));
  page.reload = async (...asked) => answered(page, await reload(...asked));
  if (times > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: times });
  }
  return page;
}

async function answered<Answer>(page: Page, answer: Answer): Promise<Answer> {
  await page.waitForFunction(listens);
  // What React does after it has taken over a part of the page, it does before the browser has nothing else to do.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
  return answer;
}

/** Runs in the browser. A page that loads no script of ours has nothing to wait for. */
function listens(): boolean {
  if (document.querySelector('script[src*="/_next/"]') === null) return true;
  return [...document.querySelectorAll("main :is(a, button, select, textarea)")].every((pressed) =>
    Object.keys(pressed).some((key) => key.startsWith("__reactProps")),
  );
}
