import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Submission } from "#lib/contacts/commands/record-conversion.ts";
import { conversionsOfPortal, readSignature } from "#lib/contacts/conversion-signature.ts";
import { sealOf } from "#lib/portals/commands/seal.ts";
import { no, yes } from "#lib/result.ts";
import { readJson } from "#lib/read-json.ts";

/** The secret with which a portal's own website signs conversions. It follows from the program's secret: nothing is kept. */
export async function conversionSecretOf(portalId: number): Promise<string> {
  return (await sealOf(conversionsOfPortal(portalId))).toString("base64url");
}

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, "has control characters");

const Sent = z.strictObject({
  portalId: z.number().int().positive(),
  email: line(320),
  form: line(200),
  page: line(2_000),
  submissionId: line(200),
});
const Sender = z.object({ portalId: z.number().int().positive() });

type Verified =
  | { ok: true; value: { portalId: number; submission: Submission } }
  | { ok: false; no: "bad-json" }
  | { ok: false; no: "wrong-signature" }
  | { ok: false; no: "invalid-input"; detail: string };

/**
 * A conversion that a portal's own website sent: `text` is the body as it came, `header` its signature. Whoever cannot sign
 * for the portal learns nothing, not even whether there is such a portal.
 */
export async function verifySubmission(text: string, header: string | null): Promise<Verified> {
  const body = readJson(text);
  if (body === undefined) return no("bad-json");
  const sender = Sender.safeParse(body);
  const right = await isSignedBy(sender.data?.portalId ?? 0, text, readSignature(header));
  if (!sender.success || !right) return no("wrong-signature");

  const sent = Sent.safeParse(body);
  if (!sent.success) return { ok: false, no: "invalid-input", detail: faultsOf(sent.error) };
  const { portalId, ...submission } = sent.data;
  return yes({ portalId, submission });
}

async function isSignedBy(portalId: number, text: string, signature = ""): Promise<boolean> {
  const right = createHmac("sha256", await conversionSecretOf(portalId))
    .update(text)
    .digest();
  const given = Buffer.from(signature, "hex");
  return given.length === right.length && timingSafeEqual(given, right);
}

/** The places and zod's own words, never the values. */
function faultsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ");
}
