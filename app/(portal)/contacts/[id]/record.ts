import { db } from "#db/client.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { conversionsOf, historyOf } from "#lib/contacts/queries/contact-record.ts";
import type { RecordAddress } from "#lib/contacts/record-address.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { listsOfContact } from "#lib/lists/queries/members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { lookUpShown } from "#lib/registration/commands/preflight.ts";
import { eventsOfContact, explanationOf, lackingNow, openRequestOf, registryToday } from "#lib/registration/queries.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

/** All that the page of a contact tells, read side by side. */
export async function recordOf(actor: Actor, contact: Contact, { view, property }: RecordAddress) {
  const [answer, open, lacking, today, conversions, timeline, history, lists, ownLists, set, vendor] =
    await Promise.all([
      answerOf(actor, contact),
      openRequestOf(actor, contact),
      lackingNow(contact),
      registryToday(),
      conversionsOf(actor, contact.id),
      eventsOfContact(actor, contact.id),
      view === "history" ? historyOf(actor, { contactId: contact.id, property }) : [],
      view === "lists" ? listsOf(actor) : [],
      view === "lists" ? listsOfContact(actor, contact.id) : [],
      propertiesOf(db, actor.portalId),
      vendorName(db),
    ]);
  return { ...answer, open, lacking, today, conversions, timeline, history, lists, ownLists, set, vendor };
}

async function answerOf(actor: Actor, contact: Contact) {
  const explanation = await explanationOf(actor, contact);
  return { explanation, looked: await lookUpShown(actor, explanation) };
}
