import type { Db } from "#db/client.ts";
import type { bulkRow } from "#db/schema/bulk.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { attachedBefore, putBackOf } from "#lib/bulk/plan.ts";
import { gone } from "#lib/bulk/dry-run.ts";
import { type Holders, lookUp } from "#lib/bulk/queries/plans.ts";
import { now } from "#lib/clock.ts";
import { contactsOf, storeEdited } from "#lib/contacts/commands/save-properties.ts";
import { type Contact, emailKeyOf, type Values, withValues } from "#lib/contacts/contact.ts";
import { merged } from "#lib/contacts/edited.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { attachAgain } from "#lib/registration/commands/attach-again.ts";
import { type Restored, restoreContacts } from "#lib/registration/commands/restore.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

type Row = typeof bulkRow.$inferSelect;
/** What became of the undoing, for one contact. */
export type PutBack = Pick<Row, "undo" | "undoReason">;
type Undoing = { id: number; portalId: number; who: string; change: BulkChange };

/** Puts back what the change did to these contacts, where it still stands; by contact. */
export async function putBack(tx: Db, undoing: Undoing, rows: readonly Row[]): Promise<Map<number, PutBack>> {
  switch (undoing.change.kind) {
    case "edit":
      return putValuesBack(tx, undoing, rows);
    case "join":
    case "leave":
      return putMembersBack(tx, undoing, rows);
    case "delete":
      return putContactsBack(tx, undoing, rows);
  }
}

const done: PutBack = { undo: "put-back", undoReason: "" };

function left(undoReason: string): PutBack {
  return { undo: "left", undoReason };
}

async function putValuesBack(
  tx: Db,
  { id: runId, portalId, who, change }: Undoing,
  rows: readonly Row[],
): Promise<Map<number, PutBack>> {
  const names = change.kind === "edit" ? change.lines.map(({ property }) => property) : [];
  const ledger = names.includes("website") ? await openLedger(tx) : null;
  const contacts = await contactsOf(
    tx,
    portalId,
    rows.map(({ contactId }) => contactId),
  );
  const set = await propertiesFor(tx, portalId, names);
  const holders = await holdersOf(tx, portalId, rows);
  const undone = rows.map((row) => undoneOf(row, contacts.get(row.contactId), { set, holders }));
  const changes = undone.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  await storeEdited(tx, ledger, { author: { source: "person", who, at: now(), runId }, changes });
  const were = undone.flatMap(({ row: { contactId, values } }) => {
    const was = attachedBefore(values);
    return was === null ? [] : [{ contactId, ...was }];
  });
  await attachAgain(tx, { portalId, name: who }, were);
  return new Map(undone.map(({ row, reason }) => [row.contactId, reason === "" ? done : left(reason)]));
}

/** Who has the e-mails that are to be put back. */
async function holdersOf(tx: Db, portalId: number, rows: readonly Row[]): Promise<Holders> {
  const holders: Holders = new Map();
  const emails = rows.flatMap(({ values }) => values.flatMap(([name, before]) => (name === "email" ? [before] : [])));
  await lookUp(tx, portalId, { emails: emails.map(emailKeyOf).filter(Boolean), holders });
  return holders;
}

type Known = { set: Pick<PropertySet, "named">; holders: Holders };
type Undone = { row: Row; before?: Contact; after?: Contact; reason: string };

function undoneOf(row: Row, before: Contact | undefined, { set, holders }: Known): Undone {
  if (before === undefined) return { row, reason: gone };
  const { back, since } = putBackOf(row.values, before);
  const reasons = since.map((name) => `${labelIn(set, name)} was changed since.`);
  const values = allowed(back, { before, holders, reasons });
  if (Object.keys(values).length === 0) return { row, reason: reasons.join(" ") };
  const after = withValues(before, merged(before.values, values));
  return { row, before, after, reason: reasons.join(" ") };
}

type Asked = { before: Contact; holders: Holders; reasons: string[] };

/** Nobody's e-mail is taken away, and nobody is taken off a registration, by undoing. */
function allowed(back: Values, { before, holders, reasons }: Asked): Values {
  const { email, website, ...others } = back;
  const emailKey = emailKeyOf(email ?? "");
  const isTaken = (holders.get(emailKey) ?? before.id) !== before.id;
  if (isTaken) reasons.push("Another contact of your portal has its e-mail by now.");
  const moves = website !== undefined && withValues(before, { website }).domainKey !== before.domainKey;
  const isHeld = moves && before.registrationId !== null;
  if (isHeld) reasons.push(`It is Registered with ${before.domainKey} since.`);
  return {
    ...others,
    ...(email === undefined || isTaken ? {} : { email }),
    ...(website === undefined || isHeld ? {} : { website }),
  };
}

async function putMembersBack(
  tx: Db,
  { portalId, who, change }: Undoing,
  rows: readonly Row[],
): Promise<Map<number, PutBack>> {
  if (change.kind !== "join" && change.kind !== "leave") return new Map();
  const contactIds = rows.map(({ contactId }) => contactId);
  const asked = { listId: change.listId, contactIds, join: change.kind === "leave" };
  const moved = await changeMembers(tx, { portalId, name: who }, asked);
  const back = new Set(moved.ok ? moved.value.changed : []);
  const why = change.kind === "join" ? "It was taken out of the list since." : "It was put back into the list since.";
  return new Map(contactIds.map((id) => [id, back.has(id) ? done : left(why)]));
}

async function putContactsBack(
  tx: Db,
  { portalId, who }: Undoing,
  rows: readonly Row[],
): Promise<Map<number, PutBack>> {
  const contactIds = rows.map(({ contactId }) => contactId);
  const restored = await restoreContacts(tx, { portalId, name: who }, contactIds);
  return new Map(restored.map((each) => [each.contactId, each.ok ? done : left(notRestored[each.no])]));
}

const notRestored: Record<Extract<Restored, { ok: false }>["no"], string> = {
  "not-deleted": "It is here already.",
  forgotten: "It was deleted for good since.",
  merged: "It is a part of another contact by now.",
  "email-taken": "Another contact of your portal has its e-mail by now.",
};
