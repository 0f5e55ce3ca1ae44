import { transaction } from "#db/transaction.ts";
import { readText } from "#lib/api/commands/body.ts";
import { serving } from "#lib/api/queries.ts";
import { recordConversion } from "#lib/contacts/commands/record-conversion.ts";
import { verifySubmission } from "#lib/contacts/commands/verify-submission.ts";
import { signatureHeader } from "#lib/contacts/conversion-signature.ts";
import { yes } from "#lib/result.ts";

const limitBytes = 1_000_000;

/** A form that was sent on a partner's own website. It comes without a cookie, so its signature alone says from whom. */
export const POST = serving(async ({ request }) => {
  const [contentType = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (contentType.trim().toLowerCase() !== "application/json") return { ok: false, no: "wrong-type" };
  const text = await readText(request, limitBytes);
  if (!text.ok) return text;
  const verified = await verifySubmission(text.value, request.headers.get(signatureHeader));
  if (!verified.ok) return verified.no === "wrong-signature" ? unsigned : verified;

  const { portalId, submission } = verified.value;
  const recorded = await transaction((tx) => recordConversion(tx, portalId, submission));
  if (!recorded.ok) return recorded;
  const { contactId, counted } = recorded.value;
  return yes({ contactId: String(contactId), counted });
});

const unsigned = {
  ok: false,
  no: "signed-out",
  detail: "The signature is missing, or is not that of this portal for this body.",
} as const;
