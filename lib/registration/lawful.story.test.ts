import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { aContact, aPortal, requestsOf, theContact } from "#lib/fixtures.ts";
import {
  bringContacts,
  change,
  changeHolding,
  closeDesk,
  type Desk,
  grant,
  layOut,
  openDesk,
} from "#lib/registration/commands/desk.ts";

// What the state machine does not name, or the log does not tell of, is refused when the desk is closed, and nothing is stored.

async function withDesk(key: string, act: (desk: Desk, contact: { id: number; portalId: number }) => void) {
  const jillian = await aPortal();
  const id = await aContact(jillian, { website: key, email: `a@${key}` });
  const closing = transaction(async (tx) => {
    const desk = await openDesk(tx);
    await layOut(desk, { contactIds: [id], keys: [key] });
    await bringContacts(desk, [id]);
    act(desk, { id, portalId: jillian.portalId });
    await closeDesk(desk);
  });
  return { id, closing };
}

test("a status that no event explains", async () => {
  const { id, closing } = await withDesk("silent.com", (desk, { id: each }) =>
    change(desk, each, { status: "UNAVAILABLE" }),
  );
  await expect(closing).rejects.toThrow("blank → unavailable, told: nothing");
  expect(await theContact(id)).toMatchObject({ status: "" });
});

test("a status that another event would explain", async () => {
  const { closing } = await withDesk("other.com", (desk, { id, portalId }) => {
    change(desk, id, { status: "REGISTERED" });
    desk.ledger.record({ kind: "withdrawn", who: "A", key: "other.com", portalId, contactId: id });
  });
  await expect(closing).rejects.toThrow("blank → registered, told: withdrawn");
});

test("an event of another contact at another domain", async () => {
  const { closing } = await withDesk("mine.com", (desk, { id, portalId }) => {
    change(desk, id, { status: "INVALID_DATA" });
    desk.ledger.record({ kind: "decided", who: "A", key: "theirs.com", portalId, contactId: id + 1 });
  });
  await expect(closing).rejects.toThrow("told: nothing");
});

test("an open request that was never asked for", async () => {
  const { id, closing } = await withDesk("unasked.com", (desk, { id: each }) => {
    change(desk, each, { openRequest: 1, openKind: "manual" });
  });
  await expect(closing).rejects.toThrow("nothing → manual");
  expect(await requestsOf(id)).toEqual([]);
});

test("a domain that was given away in silence, or taken from its holder by a pursuit", async () => {
  const given = { key: "given.com", expires: "2030-01-01", account: "", reason: "" };
  const { closing } = await withDesk("given.com", (desk, { portalId }) => void grant(desk, { ...given, portalId }));
  await expect(closing).rejects.toThrow("free → held, told: nothing");

  const { closing: taking } = await withDesk("given.com", (desk, { portalId }) => {
    const holding = grant(desk, { ...given, portalId });
    desk.granted.length = 0;
    changeHolding(desk, { ...holding, state: "ended", endedAt: 1 });
    desk.ledger.record({ kind: "pursuit-started", who: "V", key: "given.com" });
  });
  await expect(taking).rejects.toThrow("held → ended, told: pursuit-started");
  expect(await db.select().from(registration).where(eq(registration.key, "given.com"))).toEqual([]);
});
