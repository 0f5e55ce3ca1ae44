import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { updateRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import { bringContacts, change, closeDesk, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { lapse } from "#lib/registration/commands/lapse.ts";
import { nextRequests } from "#lib/registration/commands/next-requests.ts";
import { insertRequests, openRequest } from "#lib/registration/commands/open-request.ts";
import { serveContact } from "#lib/registration/commands/serve-contact.ts";
import { servePursuit } from "#lib/registration/commands/serve-pursuit.ts";

const atOnce = 500;

/** What the worker would do by now, in the demo's own transaction: ask for who has come, then decide what is open. */
export async function workThrough(tx: Db, portalId?: number): Promise<void> {
  if (portalId !== undefined) while ((await askForSome(tx, portalId)) > 0);
  while ((await decideSome(tx)) > 0);
}

async function askForSome(tx: Db, portalId: number): Promise<number> {
  const due = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), isNotNull(contact.trigger)))
    .orderBy(asc(contact.id))
    .limit(atOnce);
  if (due.length === 0) return 0;

  const desk = await openDesk(tx);
  await bringContacts(
    desk,
    due.map(({ id }) => id),
  );
  const rows = [...desk.contacts.values()].map(({ after }) => {
    const opened = openRequest(desk.ledger, after, { kind: "automatic", who: "Automatic registration", at: desk.at });
    change(desk, after.id, { ...opened.contact, trigger: null });
    return opened.row;
  });
  await insertRequests(tx, rows);
  await closeDesk(desk);
  return due.length;
}

async function decideSome(tx: Db): Promise<number> {
  const asked = await nextRequests(tx, {}, atOnce);
  if (asked.length === 0) return 0;

  const desk = await openDesk(tx);
  const contactIds = asked.flatMap(({ contactId }) => contactId ?? []);
  await layOut(desk, { contactIds, keys: asked.map(({ key }) => key) });
  lapse(desk);
  const decided = asked.map((each) =>
    each.kind === "pursuit" ? servePursuit(desk, each) : serveContact(desk, each).now,
  );
  await updateRows(tx, request, decided);
  await closeDesk(desk);
  return asked.length;
}
