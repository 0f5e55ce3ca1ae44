import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { aContact, aConversion, aPortal, sync } from "#lib/fixtures.ts";
import { startBatch } from "#lib/registration/commands/batch.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import { batchById } from "#lib/registration/queries.ts";
import {
  failedInBatch,
  requestsOfBatch,
  singleRequestsOf,
  waitingRequestsOf,
} from "#lib/registration/queries/batch-requests.ts";

test("a bulk request is shown contact by contact, while it waits and when it is answered, to its own portal alone", async () => {
  const [jillian, other] = [await aPortal("Brightfold"), await aPortal("Fernbank")];
  const whole = await aContact(jillian, { website: "whole.com" });
  const lacking = await aContact(jillian, { company: "", website: "htp://lacking.com" });
  const upTo = await newestContactId(jillian);
  expect([upTo, await newestContactId(other)]).toEqual([lacking, 0]);

  const { portalId } = jillian;
  await transaction((tx) => pauseSync(tx, jillian, { portalId, paused: true }));
  const selection = { filter: {}, upTo, outcomes: ["ready" as const, "lacks-data" as const] };
  const batchId = await transaction((tx) => startBatch(tx, jillian, selection));
  await sync();
  const waiting = await waitingRequestsOf(jillian);
  expect(waiting.map(({ contactId, kind, key }) => [contactId, kind, key])).toEqual([
    [whole, "manual", "whole.com"],
    [lacking, "manual", ""],
  ]);

  await transaction((tx) => pauseSync(tx, jillian, { portalId, paused: false }));
  await sync();
  expect(await batchById(jillian, batchId)).toMatchObject({ state: "asked", requested: 2, registered: 1, invalid: 1 });
  expect(await requestsOfBatch(jillian, batchId, 0)).toMatchObject([
    { contact: { id: whole, name: "Jillian Berry" }, state: "done", outcome: "registered", failed: [] },
    { contact: { id: lacking }, state: "done", outcome: "invalid-data", failed: ["R5", "R7"] },
  ]);
  expect(await waitingRequestsOf(jillian)).toEqual([]);
  expect([await requestsOfBatch(other, batchId, 0), await waitingRequestsOf(other)]).toEqual([[], []]);

  // Behind a receipt begins the next page, and those that failed can be asked for again.
  const [first] = await requestsOfBatch(jillian, batchId, 0);
  expect(await requestsOfBatch(jillian, batchId, first?.receipt ?? 0)).toMatchObject([{ contact: { id: lacking } }]);
  expect(await failedInBatch(jillian, batchId)).toEqual([lacking]);
  expect([await failedInBatch(other, batchId), await singleRequestsOf(jillian)]).toEqual([[], []]);
});

test("a request for one contact is listed once it is open no more, to its own portal alone", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  const id = await aContact(jillian, { website: "single.com" });
  await transaction((tx) => requestRegistration(tx, jillian, id));
  expect(await singleRequestsOf(jillian)).toEqual([]);
  await sync();
  expect(await singleRequestsOf(jillian)).toMatchObject([
    { contact: { id }, key: "single.com", outcome: "registered" },
  ]);
  expect(await singleRequestsOf(other)).toEqual([]);
});

test("a bulk request ends although some wait already by themselves and some are taken back", async () => {
  const jillian = await aPortal();
  const { portalId } = jillian;
  await transaction((tx) => pauseSync(tx, jillian, { portalId, paused: true }));
  const email = "waiting@waiting.com";
  const waiting = await aContact(jillian, { email, website: "waiting.com" });
  await aConversion(jillian, email);
  await sync();
  const regretted = await aContact(jillian, { website: "regretted.com" });

  const selection = { ids: [waiting, regretted], upTo: regretted, outcomes: ["ready" as const] };
  const batchId = await transaction((tx) => startBatch(tx, jillian, selection));
  await sync();
  await transaction((tx) => withdrawRequest(tx, jillian, regretted));
  await transaction((tx) => pauseSync(tx, jillian, { portalId, paused: false }));
  await sync();
  expect(await batchById(jillian, batchId)).toMatchObject({ requested: 2, registered: 1, withdrawn: 1 });
  expect(await requestsOfBatch(jillian, batchId, 0)).toMatchObject([{ state: "done" }, { state: "withdrawn" }]);
});
