import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { bulkRow } from "#db/schema/bulk.ts";
import { contact } from "#db/schema/contacts.ts";
import { tombstone } from "#db/schema/endings.ts";
import { bulkChangeById } from "#lib/bulk/queries/changes.ts";
import type { Values } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** What became of one contact. Its name and e-mail are those of today, or what is left of them. */
export type BulkRowView = Pick<
  typeof bulkRow.$inferSelect,
  "id" | "contactId" | "outcome" | "reason" | "values" | "undo" | "undoReason"
> & { name: string; email: string; isHere: boolean };

/** Rows of one page. */
export const rowsOfPage = 100;

/** The contacts that were refused, or that the undoing left: a page of them, behind the row `after` (0 for the first). */
export async function rowsToExplain(
  actor: Actor,
  { id, what, after }: { id: number; what: "refused" | "left"; after: number },
): Promise<BulkRowView[]> {
  if ((await bulkChangeById(actor, id)) === undefined) return [];
  // Spelled out, so that the index of those that were left answers.
  const which = what === "refused" ? eq(bulkRow.outcome, "refused") : sql`${bulkRow.undo} = 'left'`;
  return rowsBehind(actor, id, { which, after, limit: rowsOfPage });
}

type Wanted = { which: SQL | undefined; after: number; limit: number };

/** The rows of a change of the actor's portal; whoever calls has looked whose it is. */
export async function rowsBehind(
  { portalId }: Pick<Actor, "portalId">,
  changeId: number,
  { which, after, limit }: Wanted,
): Promise<BulkRowView[]> {
  const rows = await db
    .select({
      id: bulkRow.id,
      contactId: bulkRow.contactId,
      outcome: bulkRow.outcome,
      reason: bulkRow.reason,
      values: bulkRow.values,
      undo: bulkRow.undo,
      undoReason: bulkRow.undoReason,
      name: contact.name,
      email: contact.email,
      buried: tombstone.values,
    })
    .from(bulkRow)
    .leftJoin(contact, and(eq(contact.id, bulkRow.contactId), eq(contact.portalId, portalId)))
    .leftJoin(tombstone, and(eq(tombstone.contactId, bulkRow.contactId), eq(tombstone.portalId, portalId)))
    .where(and(eq(bulkRow.changeId, changeId), which, gt(bulkRow.id, after)))
    .orderBy(asc(bulkRow.id))
    .limit(limit);
  return rows.map(({ name, email, buried, ...row }) => ({
    ...row,
    name: name ?? nameOf(buried ?? {}),
    email: email ?? buried?.["email"] ?? "",
    isHere: name !== null,
  }));
}

function nameOf(values: Values): string {
  return [values["firstname"], values["lastname"]].filter(Boolean).join(" ") || (values["email"] ?? "");
}
