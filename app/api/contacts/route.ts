import { reading } from "#lib/api/queries.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { contactsPage, pageSize } from "#lib/contacts/queries/contacts-page.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { yes } from "#lib/result.ts";

/** One page of the portal's contacts: the same answer, by the same address, as the page itself. */
export const GET = reading(async ({ actor, url }) => {
  await sweepLapsed();
  const address = readAddress((name) => url.searchParams.get(name));
  return yes(await contactsPage(actor, { ...address, size: pageSize }));
});
