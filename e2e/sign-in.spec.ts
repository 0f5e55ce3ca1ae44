import { emailOf, expect, signIn, test } from "./fixtures.ts";
import { pageRoutes } from "./routes.ts";

// For people without a session: the last two are for the visitors of a website, and for whoever has a public URL.
const open = new Set(["/sign-in", "/first-admin", "/f/[id]", "/p/[token]"]);

test("a wrong password is refused in words; the right one leads to the contacts", async ({ visit }) => {
  const page = await visit("nobody");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(emailOf("priya"));
  await page.getByLabel("Password").fill("not-her-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That e-mail and password do not belong together.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(emailOf("priya"));

  await signIn(page, "priya");
  await expect(page).toHaveURL("/contacts");
  await expect(page.getByText("Hub ID: 152363").filter({ visible: true })).toBeVisible();
});

test("nobody learns from the words who has an account", async ({ visit }) => {
  const page = await visit("nobody");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("stranger@nowhere.example");
  await page.getByLabel("Password").fill("not-a-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That e-mail and password do not belong together.")).toBeVisible();
});

test("signing in works with JavaScript off", async ({ visit }) => {
  const page = await visit("nobody", { javaScriptEnabled: false });
  await signIn(page, "bram");
  await expect(page.getByRole("heading", { name: "Contacts", level: 1 })).toBeVisible();
});

test("who signs out is out, and comes back to the page that was asked for", async ({ visit }) => {
  const page = await visit("nobody");
  await signIn(page, "sasha");
  await page.getByRole("button", { name: "Account of Sasha Novak" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");

  await page.goto("/lists?q=partner");
  await expect(page).toHaveURL("/sign-in?next=%2Flists%3Fq%3Dpartner");
  await page.getByLabel("E-mail").fill(emailOf("sasha"));
  await page.getByLabel("Password").fill("dibs-on-that");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/lists?q=partner");
});

test("who works for two portals chooses between them", async ({ visit }) => {
  const page = await visit("nobody");
  await signIn(page, "sasha");
  await page.getByRole("button", { name: "Account of Sasha Novak" }).click();
  await page.getByRole("button", { name: "Sandpit Studio" }).click();
  await expect(page.getByText("Hub ID: 260118").filter({ visible: true })).toBeVisible();
});

test("the vendor's channel manager begins at the sales database", async ({ chidi }) => {
  await chidi.goto("/");
  await expect(chidi).toHaveURL("/domains");
});

test("no page is shown without a session", async ({ visit }) => {
  const { request } = await visit("nobody");
  for (const route of pageRoutes.filter((each) => !open.has(each))) {
    const path = route.replaceAll(/\[[^\]]+\]/g, "1");
    const answer = await request.get(path, { maxRedirects: 0 });
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    expect({ path, status: answer.status(), to: answer.headers()["location"] }).toEqual({
      path,
      status: 307,
      to: `/sign-in${next}`,
    });
  }
});

test("nobody becomes first admin where there is one", async ({ visit }) => {
  const page = await visit("nobody");
  expect((await page.goto("/first-admin"))?.status()).toBe(404);
});
