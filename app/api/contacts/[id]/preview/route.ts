import { db } from "#db/client.ts";
import { reading } from "#lib/api/queries.ts";
import { contactPreview } from "#lib/contacts/contact-preview.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { no, yes } from "#lib/result.ts";

/** A contact as it is seen from the table: what the record would say of its registration, and its main properties. */
export const GET = reading(async ({ actor, params, url }) => {
  await sweepLapsed();
  const [contact, set, today] = await Promise.all([
    contactById(actor, readId(params["id"])),
    propertiesOf(db, actor.portalId),
    registryToday(),
  ]);
  if (contact === undefined) return no("contact-not-found");
  return yes(
    contactPreview(contact, { set, today, timeZone: actor.timeZone, also: url.searchParams.get("also") ?? "" }),
  );
});
