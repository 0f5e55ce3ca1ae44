import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { importKept } from "#db/schema/imports.ts";
import { now } from "#lib/clock.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import type { Page } from "#lib/imports/queries/findings.ts";
import { undoableUntil, type WhyKept } from "#lib/imports/undo.ts";

// Asked with an import that its own portal was shown: `importById` has looked whose it is.

/** Until when the import can be undone; null where it cannot be, or no longer. */
export function undoable(found: ImportView): number | null {
  const until = undoableUntil(found);
  return until === null || now() > until ? null : until;
}

export type KeptLine = { contactId: number; name: string; why: WhyKept };

const linesOnPage = 20;

/** Who was left as they are, and why; without those who were deleted since. */
export async function keptContacts(importId: number, after: number): Promise<Page<KeptLine>> {
  const found = await db
    .select({ contactId: importKept.contactId, name: contact.name, why: importKept.why })
    .from(importKept)
    .innerJoin(contact, eq(contact.id, importKept.contactId))
    .where(and(eq(importKept.importId, importId), gt(importKept.contactId, after)))
    .orderBy(asc(importKept.contactId))
    .limit(linesOnPage + 1);
  const lines = found.slice(0, linesOnPage);
  return { lines, next: found.length > linesOnPage ? (lines.at(-1)?.contactId ?? null) : null };
}
