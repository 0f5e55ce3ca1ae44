import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { recordConversion } from "#lib/contacts/commands/record-conversion.ts";
import { runDueJobs } from "#lib/jobs/jobs.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import type { Actor, Role } from "#lib/portals/actor.ts";
import { listeners } from "#lib/worker.ts";

// What stories begin with. Everything is complete unless told otherwise.

/** A portal with its partner lists, and somebody who works there. */
export async function aPortal(name = "Partner", role: Role = "partner"): Promise<Actor> {
  return transaction(async (tx) => {
    const [hubId = 0] = await newIds(tx, 1);
    const kind = role === "channel-manager" ? "vendor" : "partner";
    await tx
      .insert(portal)
      .values({ id: String(hubId), hubId, name, slug: `${name}-${hubId}`, kind, createdAt: new Date() });
    await createPartnerLists(tx, hubId);
    return {
      personId: `person-${hubId}`,
      name: `${name} Person`,
      email: `person@portal-${hubId}.example`,
      role,
      portalId: hubId,
      portalName: name,
      timeZone: "UTC",
    };
  });
}

let made = 0;

/** A complete contact, without the automatic request that a new contact asks for; `converted` sends a form. */
export async function aContact(actor: Actor, given: Readonly<Record<string, string>> = {}): Promise<number> {
  made += 1;
  const complete = {
    firstname: "Jillian",
    lastname: "Berry",
    email: `jillian.${made}@acme.com`,
    company: "Acme",
    website: "https://www.acme.com/x",
  };
  return transaction(async (tx) => {
    const created = await createContact(tx, actor, { ...complete, ...given });
    if (!created.ok) throw new Error(`the fixture's contact was refused: ${created.no}`);
    await tx.update(contact).set({ trigger: null }).where(eq(contact.id, created.value.id));
    return created.value.id;
  });
}

export async function aConversion(actor: Actor, email: string): Promise<void> {
  made += 1;
  const submission = { email, form: "Contact us", page: "/contact", submissionId: `submission-${made}` };
  await transaction((tx) => recordConversion(tx, actor.portalId, submission));
}

export async function theContact(id: number) {
  const [found] = await db.select().from(contact).where(eq(contact.id, id));
  if (found === undefined) throw new Error(`no contact ${id}`);
  return found;
}

export async function requestsOf(contactId: number) {
  return db.select().from(request).where(eq(request.contactId, contactId)).orderBy(request.receipt);
}

/** The kept sizes of the portal's partner lists. */
export async function sizes(actor: Actor): Promise<Record<string, number>> {
  const rows = await db.select().from(list).where(eq(list.portalId, actor.portalId));
  return Object.fromEntries(rows.map(({ rule, size }) => [rule, size]));
}

export async function sync(): Promise<void> {
  await runDueJobs(listeners);
}
