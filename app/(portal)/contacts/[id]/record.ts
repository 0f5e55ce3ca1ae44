import { headOf } from "#app/(portal)/contacts/[id]/head.ts";
import { ownOrigin } from "#app/own-origin.ts";
import { db } from "#db/client.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { historyOf } from "#lib/contacts/queries/contact-record.ts";
import { linkOf } from "#lib/contacts/queries/public-link.ts";
import type { RecordAddress } from "#lib/contacts/record-address.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { listsOfContact } from "#lib/lists/queries/members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { lookUpShown } from "#lib/registration/commands/preflight.ts";
import type { InteractionsAddress } from "#lib/registration/interactions-address.ts";
import { explanationOf, lackingNow, openRequestOf, registryToday } from "#lib/registration/queries.ts";
import { interactionsOf } from "#lib/registration/queries/interactions.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

/** What of a record its address asks for: a part of it, and of the overview some interactions. */
type Asked = { address: RecordAddress; timeline: InteractionsAddress };

/** All that the page of a contact tells, read side by side. */
export async function recordOf(actor: Actor, contact: Contact, { address, timeline }: Asked) {
  const { view, property } = address;
  const [answer, head, open, lacking, today, interactions, history, lists, ownLists, link, origin, set, vendor] =
    await Promise.all([
      answerOf(actor, contact),
      headOf(actor, contact),
      openRequestOf(actor, contact),
      lackingNow(contact),
      registryToday(),
      view === "overview" ? interactionsOf(actor, contact, timeline) : null,
      view === "history" ? historyOf(actor, { contactId: contact.id, property }) : [],
      view === "lists" ? listsOf(actor) : [],
      view === "lists" ? listsOfContact(actor, contact.id) : [],
      view === "public" ? linkOf(actor, contact.id) : null,
      ownOrigin(),
      propertiesOf(db, actor.portalId),
      vendorName(db),
    ]);
  const told = { interactions, history, lists, ownLists, link, origin, set, vendor };
  return { ...answer, ...told, head, settings: head.settings, open, lacking, today };
}

async function answerOf(actor: Actor, contact: Contact) {
  const explanation = await explanationOf(actor, contact);
  return { explanation, looked: await lookUpShown(actor, explanation) };
}
