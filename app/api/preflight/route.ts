import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { mutating } from "#lib/api/commands/mutating.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { preflight } from "#lib/registration/commands/preflight.ts";
import { yes } from "#lib/result.ts";

const typed = z.string().max(3_000).default("");
const Ask = z.strictObject({
  /** The contact that is being edited; its conversions count. */
  contactId: z.number().int().positive().optional(),
  firstname: typed,
  lastname: typed,
  email: typed,
  company: typed,
  website: typed,
});

/** What a request would be answered, from what is typed; nothing is asked. A POST, since looking up is counted. */
export const POST = mutating({ schema: Ask }, async ({ actor, input: { contactId, ...values } }) => {
  const contact = contactId === undefined ? undefined : await contactById(actor, contactId);
  const conversions = contact?.conversions ?? 0;
  return yes(await transaction((tx) => preflight(tx, actor, { values, conversions })));
});
