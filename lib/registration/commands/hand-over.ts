import { and, eq } from "drizzle-orm";
import { contact } from "#db/schema/contacts.ts";
import { unregistered } from "#lib/contacts/contact.ts";
import { daysAfter } from "#lib/day.ts";
import {
  bringContacts,
  change,
  changeHolding,
  contactsAttached,
  type Desk,
  grant,
} from "#lib/registration/commands/desk.ts";
import { contactRegistered, contactUpdatedExisting } from "#lib/registration/messages.ts";
import { heldBy } from "#lib/sales/queries.ts";

/** Days in which a domain that changed hands stays where it is. */
const lockedDays = 60;

type HandedOver = { id: number; key: string; fromPortal: number; toPortal: number };

/** The giver's contacts go blank, the taker's contacts of the domain are Registered. */
export async function handOver(desk: Desk, { id, key, fromPortal, toPortal }: HandedOver, who: string): Promise<void> {
  const given = desk.holdings.get(key);
  if (given === undefined) return;
  const contacts = contactsAttached(desk, given).map((each) => each.id);
  for (const each of contacts) change(desk, each, unregistered);
  const heldBefore = desk.pastHolders.has(heldBy(toPortal, key));
  changeHolding(desk, { ...given, state: "ended", endedAt: desk.at });
  const taken = grant(desk, { key, portalId: toPortal, expires: given.expires, account: "", reason: "" });
  changeHolding(desk, { ...taken, lockedUntil: daysAfter(desk.today, lockedDays) });

  const theirs = await desk.tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.domainKey, key), eq(contact.portalId, toPortal)));
  const attached = theirs.map((each) => each.id);
  await bringContacts(desk, attached);
  const message = (heldBefore ? contactUpdatedExisting : contactRegistered)(desk.policy.vendor, desk.today);
  const registered = { status: "REGISTERED" as const, message, expires: given.expires, registrationId: taken.id };
  for (const each of attached) change(desk, each, { ...unregistered, ...registered, syncedAt: desk.at });
  desk.ledger.record({
    kind: "transferred",
    who,
    key,
    portalId: toPortal,
    before: { from: fromPortal, registration: given.id, expires: given.expires },
    after: {
      transfer: id,
      to: toPortal,
      expires: given.expires,
      contacts,
      attached,
      outcome: heldBefore ? "re-registered" : "registered",
      on: desk.today,
      policy: desk.policy.version,
    },
  });
}
