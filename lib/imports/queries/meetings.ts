import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { importMeeting } from "#db/schema/imports.ts";
import type { Values } from "#lib/contacts/contact.ts";
import { changesTo } from "#lib/imports/plan.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import type { Page } from "#lib/imports/queries/findings.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** A row, whom it meets, and what it would change: property, before, after. Of an earlier row nothing stands there yet. */
export type Meeting = {
  row: number;
  /** The earlier row with the same e-mail; 0 where it meets a contact. */
  ofRow: number;
  contact: { id: number; name: string } | null;
  changes: [property: string, before: string, after: string][];
};

const rowsOnPage = 10;

/** Rows that meet an earlier row of the file or a contact of the portal, side by side with it as it is now. */
export async function meetingsOf(
  actor: Actor,
  found: Pick<ImportView, "id" | "existing">,
  after: number,
): Promise<Page<Meeting>> {
  const kept = await db
    .select()
    .from(importMeeting)
    .where(and(eq(importMeeting.importId, found.id), gt(importMeeting.row, after)))
    .orderBy(asc(importMeeting.row))
    .limit(rowsOnPage + 1);
  const contacts = await contactsNamed(
    actor,
    kept.flatMap(({ contactId }) => contactId ?? []),
  );
  const lines = kept.slice(0, rowsOnPage).map(({ row, ofRow, contactId, values }): Meeting => {
    const met = contacts.get(contactId ?? 0);
    const before = met?.values ?? {};
    const changes = changesTo(before, values, found.existing);
    return {
      row,
      ofRow,
      contact: met === undefined ? null : { id: met.id, name: met.name },
      changes: changes.map(([name, value]) => [name, before[name] ?? "", value]),
    };
  });
  return { lines, next: kept.length > rowsOnPage ? (lines.at(-1)?.row ?? null) : null };
}

async function contactsNamed(
  { portalId }: Actor,
  ids: readonly number[],
): Promise<Map<number, { id: number; name: string; values: Values }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: contact.id, name: contact.name, values: contact.values })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}
