import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { type Plan, planFor } from "#lib/bulk/plan.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { membersAmong } from "#lib/lists/queries/beside.ts";
import { propertiesFor } from "#lib/properties/queries.ts";

export type Planned = { contact: Contact; plan: Plan };

/** Who has which e-mail of the portal, as far as it was looked at; what the plans give away is added. */
export type Holders = Map<string, number>;

/** What the change does to each of these contacts of the portal, as they are now. */
export async function plansFor(
  from: Db,
  { portalId, change }: { portalId: number; change: BulkChange },
  { contacts, holders }: { contacts: readonly Contact[]; holders: Holders },
): Promise<Planned[]> {
  const names = change.kind === "edit" ? change.lines.map(({ property }) => property) : [];
  const ids = contacts.map(({ id }) => id);
  const known = {
    set: await propertiesFor(from, portalId, names),
    members: "listId" in change ? await membersAmong(from, change.listId, ids) : new Set<number>(),
  };
  const planned = contacts.map((each) => ({ contact: each, plan: planFor(change, each, known) }));
  return withEmails(from, portalId, { planned, holders });
}

const taken = "Another contact of your portal has that e-mail.";

/** A portal has an address once: whoever comes second is refused. */
async function withEmails(
  from: Db,
  portalId: number,
  { planned, holders }: { planned: readonly Planned[]; holders: Holders },
): Promise<Planned[]> {
  const wanted = planned.flatMap(({ contact: before, plan }) => newEmail(before, plan));
  await lookUp(from, portalId, { emails: wanted, holders });
  return planned.map(({ contact: before, plan }) => {
    const [emailKey] = newEmail(before, plan);
    if (emailKey === undefined) return { contact: before, plan };
    const holder = holders.get(emailKey) ?? before.id;
    holders.set(emailKey, holder);
    return { contact: before, plan: holder === before.id ? plan : { is: "refused", reason: taken } };
  });
}

/** Adds who has these e-mails now. */
export async function lookUp(
  from: Db,
  portalId: number,
  { emails, holders }: { emails: readonly string[]; holders: Holders },
): Promise<void> {
  const unknown = [...new Set(emails)].filter((emailKey) => !holders.has(emailKey));
  if (unknown.length === 0) return;
  const rows = await from
    .select({ id: contact.id, emailKey: contact.emailKey })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.emailKey, unknown)));
  for (const { id, emailKey } of rows) holders.set(emailKey, id);
}

function newEmail(before: Contact, plan: Plan): string[] {
  if (plan.is !== "changed" || plan.after === null) return [];
  const { emailKey } = plan.after;
  return emailKey === "" || emailKey === before.emailKey ? [] : [emailKey];
}
