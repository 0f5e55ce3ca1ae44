import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { bulkRow } from "#db/schema/bulk.ts";
import { contactPhoto, interaction, publicLink } from "#db/schema/contact-records.ts";
import { conversion, propertyHistory } from "#db/schema/contacts.ts";
import { contactMerge, tombstone } from "#db/schema/endings.ts";
import { formSubmission } from "#db/schema/forms.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { undoableDays } from "#lib/contacts/merged.ts";
import { restorableDays } from "#lib/contacts/was.ts";
import type { Actor } from "#lib/portals/actor.ts";

const atOnce = 100;
const dayMs = 86_400_000;

/**
 * Gives up for good what deleted contacts of the portal could be restored from, and answers how many: values, history, forms,
 * photo, what bulk changes did, and what rules saw. The e-mail alone is kept, since it must not enter registration by
 * itself again (event E21).
 */
export async function forgetContacts(
  tx: Db,
  actor: Pick<Actor, "portalId">,
  contactIds: readonly number[],
): Promise<number> {
  if (contactIds.length === 0) return 0;
  const rows = await tx
    .select({ id: tombstone.contactId })
    .from(tombstone)
    .where(
      and(
        eq(tombstone.portalId, actor.portalId),
        inArray(tombstone.contactId, [...contactIds]),
        isNull(tombstone.forgottenAt),
        isNull(tombstone.mergedInto),
      ),
    );
  await forget(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** Once a day: those whose days are over, and what merges could be undone from; some in each transaction. */
export async function forgetOverdue(): Promise<void> {
  while ((await transaction(forgetSome)) === atOnce);
  while ((await transaction(forgetMerges)) === atOnce);
}

async function forgetMerges(tx: Db): Promise<number> {
  const due = await tx
    .select({ id: contactMerge.id })
    .from(contactMerge)
    // Spelled out, or SQLite would not see that the partial index holds all of them.
    .where(and(sql`${contactMerge.before} is not null`, lt(contactMerge.at, now() - undoableDays * dayMs)))
    .orderBy(asc(contactMerge.at))
    .limit(atOnce);
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.update(contactMerge).set({ before: null, after: null }).where(inArray(contactMerge.id, ids));
  return ids.length;
}

async function forgetSome(tx: Db): Promise<number> {
  const due = await tx
    .select({ id: tombstone.contactId })
    .from(tombstone)
    // Spelled out, or SQLite would not see that the partial index holds all of them.
    .where(and(sql`${tombstone.forgottenAt} is null`, lt(tombstone.deletedAt, now() - restorableDays * dayMs)))
    .orderBy(asc(tombstone.deletedAt), asc(tombstone.contactId))
    .limit(atOnce);
  await forget(
    tx,
    due.map(({ id }) => id),
  );
  return due.length;
}

const ofContacts = [propertyHistory, conversion, interaction, contactPhoto, publicLink];

async function forget(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(tombstone)
    .set({ values: {}, search: "", was: null, forgottenAt: now() })
    .where(inArray(tombstone.contactId, [...ids]));
  await tx
    .update(contactMerge)
    .set({ before: null, after: null })
    .where(inArray(contactMerge.survivorId, [...ids]));
  for (const table of ofContacts) await tx.delete(table).where(inArray(table.contactId, [...ids]));
  await tx
    .update(bulkRow)
    .set({ values: [] })
    .where(inArray(bulkRow.contactId, [...ids]));
  await tx
    .update(formSubmission)
    .set({ email: "", values: {} })
    .where(inArray(formSubmission.contactId, [...ids]));
  await tx
    .update(request)
    .set({ findings: null })
    .where(inArray(request.contactId, [...ids]));
}
