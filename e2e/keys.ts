import { expect, type Locator, type Page } from "@playwright/test";

/** Opens a page, and goes over the skip link to what it is about. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await intoMain(page);
}

/** On a page that was loaded anew. */
export async function intoMain(page: Page): Promise<void> {
  await runs(page);
  // A form that leads to its own page keeps the place in the address, and the browser goes on from there.
  if (new URL(page.url()).hash === "#main") return;
  await pressOn(page.getByRole("link", { name: "Skip to main content" }));
  await expectFocus(page.getByRole("main"));
}

/** Goes to the control and presses it. */
export async function pressOn(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Goes to the field, whose value a Tab selects, and types another. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Goes to the select and chooses by the first letters, as the browser does for everyone. */
export async function chooseIn(target: Locator, option: string): Promise<void> {
  await typeInto(target, option);
  await expect(target.locator("option:checked")).toHaveText(option);
}

const mostStops = 80;
// In ms. What is waited for comes at once or never.
const intervals = [20, 50, 100, 250];

/** Presses Tab until the control has the focus. At every stop the focus has to be seen. */
export async function tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  const page = target.page();
  const stops: string[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press(key);
    const { name, faults } = await focusOf(page);
    expect(faults, `after ${stops.join(", ")}`).toEqual([]);
    if (await hasFocus(target)) return;
    stops.push(name);
  }
  throw new Error(`${String(target)} is not reached by ${key}; it went to ${stops.join(", ")}.`);
}

/** Waits until the control, or what was said about it, has the focus, and can be seen to have it. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => hasFocus(target), { message: `${String(target)} has the focus`, intervals }).toBe(true);
  expect((await focusOf(target.page())).faults).toEqual([]);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((each) => each === document.activeElement));
}

// React writes on every element what it has taken over. A press before that would be answered by the browser alone.
async function runs(page: Page): Promise<void> {
  await expect
    .poll(() => page.getByRole("main").evaluate((main) => Object.keys(main).some((key) => key.startsWith("__react"))), {
      intervals,
    })
    .toBe(true);
}

/** What has the focus, and what keeps a person from seeing that. */
function focusOf(page: Page): Promise<{ name: string; faults: string[] }> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const label = at.getAttribute("aria-label") ?? at.getAttribute("name") ?? at.textContent;
    const name = `${at.localName} “${label.trim().slice(0, 40)}”`;
    if (at === document.body) return { name, faults: ["Nothing has the focus."] };

    const box = at.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
    const parts = [0.1, 0.5, 0.9];
    const isSeen = parts.some((x) =>
      parts.some((y) => {
        const hit = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        return right > left && bottom > top && at.contains(hit);
      }),
    );
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
    const hasRing = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(", 0)");
    return {
      name,
      faults: [
        ...(isSeen ? [] : [`${name} has the focus and is out of sight.`]),
        ...(hasRing ? [] : [`${name} has the focus and no ring.`]),
      ],
    };
  });
}
