import { type BrowserContext, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";
import { untilItListens } from "./listening.ts";
import { makeThings, type Things } from "./things.ts";
import { demoPassword, demoPeople } from "#lib/demo/sign-ins.ts";

export { expect };

/** The people of the demo by their first names, which are what their e-mails begin with. */
export type Person = "priya" | "amelia" | "bram" | "beatriz" | "carla" | "sasha" | "chidi";

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Visit = (who: Person | "nobody", browserOptions?: BrowserContextOptions) => Promise<Page>;

/**
 * `address` is the server that they all go to; a spec that changes what others count on starts one of its own.
 * `carla` and the others are pages of people who are signed in; `visit` opens one in another kind of browser. A fault in the
 * browser's console, a refused script among them, fails the test.
 */
export const test = base.extend<
  Record<Person, Page> & { visit: Visit },
  { address: string; sessionOf: (who: Person) => Promise<Session>; things: Things }
>({
  address: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright wants to see that it asks for nothing.
    async ({}, lend, { project }) => lend(project.use.baseURL ?? ""),
    { scope: "worker" },
  ],

  sessionOf: [
    async ({ browser, address }, lend) => {
      const kept = new Map<Person, Session>();
      await lend(async (who) => {
        const known = kept.get(who);
        if (known !== undefined) return known;
        const context = await browser.newContext({ baseURL: address });
        await signIn(await untilItListens(await context.newPage()), who);
        const session = await context.storageState();
        await context.close();
        kept.set(who, session);
        return session;
      });
    },
    { scope: "worker" },
  ],

  things: [
    async ({ browser, address, sessionOf }, lend) => {
      const opened = async (session: Session) =>
        untilItListens(await browser.newPage({ baseURL: address, storageState: session }));
      const [carla, chidi] = [await opened(await sessionOf("carla")), await opened(await sessionOf("chidi"))];
      await lend(await makeThings(carla, chidi));
      await Promise.all([carla.context().close(), chidi.context().close()]);
    },
    { scope: "worker" },
  ],

  visit: async ({ browser, address, sessionOf, javaScriptEnabled }, lend) => {
    const faults: string[] = [];
    const contexts: BrowserContext[] = [];
    await lend(async (who, browserOptions = {}) => {
      const signedIn = who === "nobody" ? {} : { storageState: await sessionOf(who) };
      const context = await browser.newContext({
        baseURL: address,
        reducedMotion: "reduce",
        ...browserOptions,
        ...signedIn,
      });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, faults);
      return (browserOptions.javaScriptEnabled ?? javaScriptEnabled) ? untilItListens(page) : page;
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },

  priya: async ({ visit }, lend) => lend(await visit("priya")),
  amelia: async ({ visit }, lend) => lend(await visit("amelia")),
  bram: async ({ visit }, lend) => lend(await visit("bram")),
  beatriz: async ({ visit }, lend) => lend(await visit("beatriz")),
  carla: async ({ visit }, lend) => lend(await visit("carla")),
  sasha: async ({ visit }, lend) => lend(await visit("sasha")),
  chidi: async ({ visit }, lend) => lend(await visit("chidi")),
});

export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(emailOf(who));
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

export function emailOf(who: Person): string {
  const known = demoPeople.find(({ email }) => email.startsWith(`${who}@`));
  if (known === undefined) throw new Error(`The demo has no ${who}.`);
  return known.email;
}

// That an answer was 404 or 401 is what some tests are about, and the browser says it here too.
const told = /^Failed to load resource: the server responded with a status of 4/;

function watch(page: Page, faults: string[]): void {
  page.on("pageerror", (fault) => faults.push(`${page.url()}: ${fault.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" && !told.test(line.text())) faults.push(`${page.url()}: ${line.text()}`);
  });
}
