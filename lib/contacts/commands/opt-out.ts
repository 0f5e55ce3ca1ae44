import type { Db } from "#db/client.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

type OptOut = { contactId: number; optedOut: boolean; reason: string };

/** Opts a contact out of e-mail, or in again: then somebody has to say why it wants e-mail after all. */
export async function optOut(
  tx: Db,
  actor: Actor,
  { contactId, optedOut, reason }: OptOut,
): Promise<Result<null, "contact-not-found" | "reason-missing" | "reason-refused">> {
  if (!optedOut && reason.trim() === "") return no("reason-missing");
  const values = { email_opt_out: optedOut ? "true" : "false", email_opt_reason: reason };
  const saved = await saveProperties(tx, actor, { contactId, values });
  if (saved.ok) return yes(null);
  return saved.no === "contact-not-found" ? no(saved.no) : no("reason-refused");
}
