import { db } from "#db/client.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { conversionsOf, historyOf } from "#lib/contacts/queries/contact-record.ts";
import type { RecordViewName } from "#lib/contacts/record-address.ts";
import { listsOf } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { lookUpShown } from "#lib/registration/commands/preflight.ts";
import { eventsOfContact, explanationOf, lackingNow, openRequestOf, registryToday } from "#lib/registration/queries.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

/** All that the page of a contact tells, read side by side. */
export async function recordOf(actor: Actor, contact: Contact, view: RecordViewName) {
  const [answer, open, lacking, today, conversions, timeline, history, lists, vendor] = await Promise.all([
    answerOf(actor, contact),
    openRequestOf(actor, contact),
    lackingNow(contact),
    registryToday(),
    conversionsOf(actor, contact.id),
    eventsOfContact(actor, contact.id),
    view === "history" ? historyOf(actor, contact.id) : [],
    listsOf(actor),
    vendorName(db),
  ]);
  return { ...answer, open, lacking, today, conversions, timeline, history, lists, vendor };
}

async function answerOf(actor: Actor, contact: Contact) {
  const explanation = await explanationOf(actor, contact);
  return { explanation, looked: await lookUpShown(actor, explanation) };
}
