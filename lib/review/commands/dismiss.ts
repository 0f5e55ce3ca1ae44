import type { Db } from "#db/client.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { putAside, recordMending } from "#lib/review/commands/put-aside.ts";
import type { DismissalReason } from "#lib/review/dismissal-reasons.ts";
import { dismissed } from "#lib/review/mending.ts";
import { waitingAmong } from "#lib/review/queries/waiting.ts";
import { refusalInWords } from "#lib/review/refusals.ts";
import type { Judged } from "#lib/review/verdict.ts";

/** Puts one contact aside for a reason: it stays in Invalid Data, and comes back when it is decided anew. */
export async function dismiss(
  tx: Db,
  actor: Actor,
  { contactId, reason }: { contactId: number; reason: DismissalReason },
): Promise<Judged> {
  const contacts = await waitingAmong(tx, actor, [contactId]);
  if (contacts.length === 0) {
    return { mending: null, done: [], refused: [{ id: contactId, message: refusalInWords("not-waiting") }] };
  }
  await putAside(tx, actor, { contacts, reason });
  return {
    mending: await recordMending(tx, actor, [[contactId, dismissed, "", reason]]),
    done: [contactId],
    refused: [],
  };
}
