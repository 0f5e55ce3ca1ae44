import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { request } from "#db/schema/registration.ts";
import { bringContacts, change, closeDesk, openDesk } from "#lib/registration/commands/desk.ts";
import { withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import { invalidContactData } from "#lib/registration/messages.ts";
import { Findings, shortfallsOf } from "#lib/registration/rules.ts";
import type { Actor } from "#lib/portals/actor.ts";

/**
 * The values on which these contacts were found invalid are back, so that the decision stands again: what was asked since is
 * taken back, and nothing is asked anew. Only for contacts that have not been decided since.
 */
export async function standAgain(tx: Db, actor: Actor, contactIds: readonly number[]): Promise<void> {
  for (const id of contactIds) await withdrawRequest(tx, actor, id);

  const desk = await openDesk(tx);
  await bringContacts(desk, contactIds);
  const contacts = [...desk.contacts.values()].map(({ after }) => after);
  const receipts = contacts.flatMap(({ decidedBy }) => decidedBy ?? []);
  const decisions = await tx
    .select({ contactId: request.contactId, findings: request.findings })
    .from(request)
    .where(
      and(
        inArray(request.receipt, receipts),
        eq(request.portalId, actor.portalId),
        eq(request.outcome, "invalid-data"),
      ),
    );
  for (const { contactId, findings } of decisions) {
    const why = shortfallsOf(Findings.parse(findings ?? []));
    const known = contacts.find(({ id }) => id === contactId);
    if (known === undefined || known.status === "REGISTERED" || known.status === "UNAVAILABLE") continue;
    const { portalId, domainKey: key, decidedBy: receipt } = known;
    desk.ledger.record({ kind: "stands-again", who: actor.name, key, portalId, contactId, after: { receipt } });
    change(desk, known.id, {
      trigger: null,
      version: known.version + 1,
      status: "INVALID_DATA",
      message: invalidContactData,
      shortfalls: why.length,
      failed: why.map(({ rule }) => rule).join(" "),
    });
  }
  await closeDesk(desk);
}
