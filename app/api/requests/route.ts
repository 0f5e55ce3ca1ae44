import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { mutating } from "#lib/api/commands/mutating.ts";
import { once } from "#lib/api/commands/once.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";

const Ask = z.strictObject({ contactId: z.string().regex(/^[1-9]\d{0,15}$/, "an id is a whole number, as text") });

/** Asks to register one contact. The same Idempotency-Key and body give the same receipt; another body is refused. */
export const POST = mutating({ schema: Ask }, async ({ actor, input, request }) => {
  const asked = { portalId: actor.portalId, key: request.headers.get("idempotency-key"), body: input };
  return transaction((tx) => once(tx, asked, () => requestRegistration(tx, actor, Number(input.contactId))));
});
