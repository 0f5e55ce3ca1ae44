import { reading } from "#lib/api/queries.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { yes } from "#lib/result.ts";

/** One page of the portal's contacts: the same answer, by the same address, as the page itself. */
export const GET = reading(async ({ actor, url }) => {
  await sweepLapsed();
  const { page, faults } = await contactsShown(
    actor,
    readAddress((name) => url.searchParams.getAll(name).join(" ")),
  );
  return faults.length === 0 ? yes(page) : { ok: false, no: "invalid-input", detail: faults.join(" ") };
});
