import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { once } from "#lib/api/commands/once.ts";
import { aContact, aPortal, requestsOf, sizes } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";

function ask(actor: Actor, contactId: number, key: string | null) {
  const asked = { portalId: actor.portalId, key, body: { contactId } };
  return transaction((tx) => once(tx, asked, () => requestRegistration(tx, actor, contactId)));
}

test("the same key and body give the same receipt, even after the request was taken back (E1)", async () => {
  const jillian = await aPortal();
  const id = await aContact(jillian);
  const first = await ask(jillian, id, "key-1");
  await transaction((tx) => withdrawRequest(tx, jillian, id));
  expect(await ask(jillian, id, "key-1")).toEqual(first);
  expect(await requestsOf(id)).toHaveLength(1);
  expect(await sizes(jillian)).toMatchObject({ pending: 0 });
});

test("the same key with another body is refused, and nothing is asked", async () => {
  const jillian = await aPortal();
  const [one, other] = [await aContact(jillian), await aContact(jillian)];
  await ask(jillian, one, "key-1");
  expect(await ask(jillian, other, "key-1")).toEqual({ ok: false, no: "key-reused" });
  expect(await requestsOf(other)).toHaveLength(0);
});

test("twenty twins at once are one request", async () => {
  const jillian = await aPortal();
  const id = await aContact(jillian);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(jillian, id, "key-1")));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await requestsOf(id)).toHaveLength(1);
});

test("a refusal is not kept: the key may be used again; and keys of portals do not meet", async () => {
  const [jillian, other] = [await aPortal(), await aPortal("Other")];
  const theirs = await aContact(other);
  expect(await ask(jillian, theirs, "key-1")).toEqual({ ok: false, no: "contact-not-found" });
  expect((await ask(jillian, await aContact(jillian), "key-1")).ok).toBe(true);
  expect((await ask(other, theirs, "key-1")).ok).toBe(true);
});
