import { expect, test } from "./fixtures.ts";
import { addContact, card, lookUntil, requestRegistration, someone, today, registration } from "./steps.ts";

test("one contact is requested in three clicks from contacts home", async ({ carla }) => {
  const guest = someone();
  const id = await addContact(carla, guest);
  await carla.goto("/contacts");
  await carla.getByLabel(`Choose Jillian ${guest["Last Name"]}`).click();
  await carla.getByRole("button", { name: "Request registration for 1 contact" }).click();
  await carla.getByRole("button", { name: "Request registration for 1 contact" }).click();
  await expect(carla.getByText("Finished: every request was answered.")).toBeVisible();

  await carla.goto(`/contacts/${id}`);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
});

test("3a, 3b: Save asks; the answer comes by itself, in the guide's words", async ({ carla }) => {
  await addContact(carla, someone());
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  const { on, ayearLater } = today();
  await expect(registration(carla, "Registration Message")).toHaveText(
    `Contact Registered: This Contact was registered with HubSpot on ${on}`,
  );
  await expect(registration(carla, "Expiration Date")).toContainText(ayearLater);
  await expect(carla.getByLabel("Registration Action", { exact: true })).toHaveValue("");
});

test("a second contact of the same company is re-registered", async ({ carla }) => {
  const first = someone();
  await addContact(carla, first);
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Registered");

  await addContact(carla, someone({ Website: first.Website }));
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Message")).toHaveText(
    `Contact Updated Existing: This Contact was re-registered with HubSpot on ${today().on}`,
  );
});

test("what the vendor pursues is unavailable, in the guide's words", async ({ carla, chidi }) => {
  const pursued = await aPursuedDomain(chidi.request);
  await addContact(carla, someone({ Website: pursued }));
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Status")).toHaveText("Unavailable");
  await expect(registration(carla, "Registration Message")).toHaveText(
    `Contact Unavailable: This Contact was unavailable on ${today().on}: HubSpot is actively pursuing this domain.`,
  );
  await expect(registration(carla, "Expiration Date")).toHaveText("Blank");
});

test("a contact that lacks data is answered with every reason, and Unavailable never hides one", async ({ carla }) => {
  await addContact(carla, someone({ "First Name": "", Company: "", Website: "not a website" }));
  await requestRegistration(carla);
  await expect(registration(carla, "Registration Message")).toHaveText(
    "Invalid Contact Data: This Contact has invalid Contact data",
  );
  const rules = card(carla, "How this was decided").getByRole("listitem");
  await expect(rules).toHaveCount(8);
  await expect(rules.filter({ hasText: "Failed" })).toHaveCount(3);
  await expect(rules.filter({ hasText: "Waived" })).toHaveCount(1);
  for (const mend of ["Mend First Name", "Mend Company", "Mend Website"])
    await expect(rules.getByRole("link", { name: mend })).toBeVisible();
});

test.describe("while the sync of the portal rests", () => {
  test.beforeEach(async ({ carla }) => {
    await carla.goto("/settings");
    await carla.getByRole("button", { name: "Pause sync" }).click();
    await expect(carla.getByText("The sync is paused.", { exact: true })).toBeVisible();
  });
  test.afterEach(async ({ carla }) => {
    await carla.goto("/settings");
    await carla.getByRole("button", { name: "Resume sync" }).click();
    await expect(carla.getByText("The sync runs again.")).toBeVisible();
  });

  test("a request waits, and is taken back by choosing blank", async ({ carla }) => {
    await addContact(carla, someone());
    await requestRegistration(carla);
    await expect(registration(carla, "Registration Status")).toContainText("Request Registration");
    await expect(carla.getByText(/^Receipt \d+\. Next in line/)).toBeVisible();

    await carla.getByLabel("Registration Action", { exact: true }).selectOption("");
    await card(carla, "Partner Registration Information").getByRole("button", { name: "Save" }).click();
    await expect(registration(carla, "Registration Status")).toHaveText("Not requested");
  });

  test("what is being chosen stays chosen when the request that came by itself is answered", async ({
    carla,
    visit,
  }) => {
    await addContact(carla, someone());
    await carla.reload();
    await expect(registration(carla, "Registration Status")).toContainText("Pending");
    await carla.getByLabel("Registration Action", { exact: true }).selectOption("Request Registration");
    const elsewhere = await visit("carla");
    await elsewhere.goto("/settings");
    await elsewhere.getByRole("button", { name: "Sync now" }).click();
    await expect(registration(carla, "Registration Status")).toHaveText("Invalid Data 1 to fix");
    await expect(carla.getByLabel("Registration Action", { exact: true })).toHaveValue("REQUEST_REGISTRATION");
  });

  test("the answer to one request does not pass for that to the next", async ({ carla, visit }) => {
    const id = await addContact(carla, someone());
    await carla.goto("/contacts");
    const elsewhere = await visit("carla");
    await elsewhere.goto("/settings");
    const openRequest = async () => (await (await elsewhere.request.get(`/api/contacts/${id}`)).json()).openRequest;
    await expect.poll(openRequest).not.toBeNull();

    // The page looks when the first request is decided, hears of it when there is a second one, and looks again when that is decided.
    const [decided, looked, requested, decidedAgain] = [gate(), gate(), gate(), gate()];
    let looks = 0;
    await carla.route(`**/api/contacts/${id}`, async (route) => {
      const isFirst = looks === 0;
      looks += 1;
      await (isFirst ? decided : decidedAgain).promise;
      const response = await route.fetch();
      looked.resolve();
      if (isFirst) await requested.promise;
      await route.fulfill({ response });
    });

    await carla.goto(`/contacts/${id}`);
    await elsewhere.getByRole("button", { name: "Sync now" }).click();
    await expect.poll(openRequest).toBeNull();
    decided.resolve();
    await looked.promise;
    await elsewhere.goto(`/contacts/${id}`);
    await requestRegistration(elsewhere);
    requested.resolve();
    await expect(registration(carla, "Registration Status")).toContainText("Request Registration");

    await elsewhere.goto("/settings");
    await elsewhere.getByRole("button", { name: "Sync now" }).click();
    await expect.poll(openRequest).toBeNull();
    decidedAgain.resolve();
    await expect(registration(carla, "Registration Status")).toHaveText("Registered");
  });

  test("a request is taken back from the page of all requests", async ({ carla }) => {
    const guest = someone();
    await addContact(carla, guest);
    await requestRegistration(carla);
    await expect(carla.getByText(/^Receipt \d+/)).toBeVisible();
    await carla.goto("/requests");
    const open = carla.getByRole("table", { name: "Open requests" });
    const row = open.getByRole("row").filter({ hasText: `Jillian ${guest["Last Name"]}` });
    await row.getByRole("button", { name: /^Withdraw/ }).click();
    await expect(carla.getByText(/^Request \d+ is withdrawn\.$/)).toBeVisible();
    await expect(row).toHaveCount(0);
  });
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("one contact is requested by Save, and answered", async ({ carla }) => {
    await addContact(carla, someone());
    await requestRegistration(carla);
    await lookUntil(carla, () =>
      expect(registration(carla, "Registration Status")).toHaveText("Registered", { timeout: 200 }),
    );
  });

  test("a dry run shows what would happen, and the request is made from it", async ({ carla }) => {
    const [ready, lacking] = [someone(), someone({ Company: "" })];
    for (const each of [ready, lacking]) await addContact(carla, each);
    await carla.goto("/contacts");
    for (const each of [ready, lacking]) await carla.getByLabel(`Choose Jillian ${each["Last Name"]}`).check();
    await carla.getByRole("button", { name: "Request registration for the chosen contacts" }).click();
    await expect(carla.getByText("1 will be requested")).toBeVisible();
    await expect(carla.getByText("1 lacks data")).toBeVisible();
    await carla.getByLabel(/^Also ask for the 1 that lacks data/).check();
    await carla.getByRole("button", { name: /^Request registration for/ }).click();
    await lookUntil(carla, () =>
      expect(carla.getByText("Finished: every request was answered.")).toBeVisible({ timeout: 200 }),
    );
    const rows = carla.getByRole("table", { name: "Contacts asked for" }).getByRole("row");
    await expect(rows.filter({ hasText: "Registered" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "Company not populated" })).toHaveCount(1);
  });
});

/** A domain that the vendor took up before today. */
async function aPursuedDomain(sales: { get: (path: string) => Promise<{ text: () => Promise<string> }> }) {
  const page = await (await sales.get("/domains?show=pursued")).text();
  return /href="\/domains\/([^"/?]+\.[^"/?]+)"/.exec(page)?.[1] ?? "";
}

/** Something that the test waits for, or lets happen. */
function gate(): PromiseWithResolvers<void> {
  return Promise.withResolvers();
}
