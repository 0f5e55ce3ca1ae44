import { AsOf } from "#components/registration/as-of.tsx";
import { ContactState } from "#components/registration/contact-then.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { contactAsOf, momentAsked } from "#lib/registration/queries/as-of.ts";

type Props = { actor: Actor; contact: Contact; asOf: string | undefined };

/** The contact's registration at a moment of the past. */
export async function ContactAsOf({ actor, contact, asOf }: Props) {
  const { typed, moment } = await momentAsked(asOf);
  const { timeZone } = actor;
  return (
    <AsOf {...{ typed, moment, timeZone }} action={`/contacts/${contact.id}`}>
      {moment === null ? null : <ContactState then={await contactAsOf(actor, contact, moment.upTo)} />}
    </AsOf>
  );
}
