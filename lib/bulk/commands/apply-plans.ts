import type { Db } from "#db/client.ts";
import type { bulkRow } from "#db/schema/bulk.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { leavesRegistration, valuesBetween } from "#lib/bulk/plan.ts";
import type { Planned } from "#lib/bulk/queries/plans.ts";
import { now } from "#lib/clock.ts";
import { deleteContacts } from "#lib/contacts/commands/delete-contact.ts";
import { storeEdited } from "#lib/contacts/commands/save-properties.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

/** What became of one contact. */
export type Done = Pick<typeof bulkRow.$inferInsert, "contactId" | "outcome" | "reason" | "values">;

/** The change of a portal: `id` stands in every line that it writes. */
type Doing = { id: number; portalId: number; who: string; change: BulkChange };

/** Does to contacts that are locked what is planned for them, and says what became of each. */
export async function applyPlans(tx: Db, doing: Doing, planned: readonly Planned[]): Promise<Done[]> {
  const { change } = doing;
  const kept = planned.map((each) => (isLeftAlone(change, each) ? leftAlone(each) : each));
  const changing = kept.filter(({ plan }) => plan.is === "changed");
  const refused = changing.length === 0 ? null : await apply(tx, doing, changing);
  return kept.map(({ contact, plan }) => {
    const { id: contactId } = contact;
    if (plan.is === "changed" && refused !== null) {
      return { contactId, outcome: "refused", reason: refused, values: [] };
    }
    const reason = plan.is === "refused" ? plan.reason : "";
    return { contactId, outcome: plan.is, reason, values: valuesBetween(change, contact, plan) };
  });
}

function isLeftAlone(change: BulkChange, { contact, plan }: Planned): boolean {
  if (!("registered" in change) || change.registered === "included" || plan.is !== "changed") return false;
  return leavesRegistration(contact, plan.after);
}

function leftAlone({ contact }: Planned): Planned {
  return {
    contact,
    plan: { is: "refused", reason: `It is Registered with ${contact.domainKey}, and was left alone.` },
  };
}

/** Null when it is done, else why it is done for nobody. */
async function apply(tx: Db, doing: Doing, changing: readonly Planned[]): Promise<string | null> {
  const { id: runId, portalId, who, change } = doing;
  const contactIds = changing.map(({ contact }) => contact.id);
  switch (change.kind) {
    case "edit": {
      const isMoving = change.lines.some(({ property }) => property === "website");
      const changes = changing.flatMap(({ contact: before, plan }) =>
        plan.is === "changed" && plan.after !== null ? [{ before, after: plan.after }] : [],
      );
      const author = { source: "person" as const, who, at: now(), runId };
      await storeEdited(tx, isMoving ? await openLedger(tx) : null, { author, changes });
      return null;
    }
    case "join":
    case "leave": {
      const asked = { listId: change.listId, contactIds, join: change.kind === "join" };
      const moved = await changeMembers(tx, { portalId, name: who }, asked);
      return moved.ok ? null : `The list “${change.list}” is not there any more.`;
    }
    case "delete":
      await deleteContacts(tx, { portalId, name: who }, { contactIds, runId });
      return null;
  }
}
