import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { form, formDay, formDomain } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { domainOfReferrer } from "#lib/forms/domain-seen.ts";

/** Somebody has seen a hosted form, and came from this host. */
export async function countVisit(
  tx: Db,
  seen: { id: number; portalId: number; origins: readonly string[] },
  referrer: string,
): Promise<void> {
  await tx
    .update(form)
    .set({ visits: sql`${form.visits} + 1` })
    .where(eq(form.id, seen.id));
  await countOnDay(tx, seen.id, { visits: 1, submissions: 0 });
  await noteDomain(tx, seen.portalId, domainOfReferrer(referrer, seen.origins));
}

export async function countOnDay(
  tx: Db,
  formId: number,
  { visits, submissions }: { visits: number; submissions: number },
): Promise<void> {
  await tx
    .insert(formDay)
    .values({ formId, day: dayIn("UTC", now()), visits, submissions })
    .onConflictDoUpdate({
      target: [formDay.formId, formDay.day],
      set: {
        visits: sql`${formDay.visits} + ${visits}`,
        submissions: sql`${formDay.submissions} + ${submissions}`,
      },
    });
}

// Anybody may come from anywhere: what was not seen for longest makes room.
const mostDomains = 5_000;

/** A domain that a visitor is of. */
export async function noteDomain(tx: Db, portalId: number, key: string): Promise<void> {
  if (key === "") return;
  const at = now();
  const again = { visits: sql`${formDomain.visits} + 1`, lastSeenAt: at };
  const [known] = await tx
    .update(formDomain)
    .set(again)
    .where(and(eq(formDomain.key, key), eq(formDomain.portalId, portalId)))
    .returning({ key: formDomain.key });
  if (known !== undefined) return;
  await makeRoom(tx, portalId);
  await tx
    .insert(formDomain)
    .values({ key, portalId, visits: 1, lastSeenAt: at })
    .onConflictDoUpdate({ target: [formDomain.key, formDomain.portalId], set: again });
}

async function makeRoom(tx: Db, portalId: number): Promise<void> {
  const ofPortal = eq(formDomain.portalId, portalId);
  const [kept] = await tx.select({ many: count() }).from(formDomain).where(ofPortal);
  const over = (kept?.many ?? 0) - mostDomains + 1;
  if (over <= 0) return;
  const oldest = await tx
    .select({ key: formDomain.key })
    .from(formDomain)
    .where(ofPortal)
    .orderBy(asc(formDomain.lastSeenAt))
    .limit(over);
  const keys = oldest.map(({ key }) => key);
  await tx.delete(formDomain).where(and(ofPortal, inArray(formDomain.key, keys)));
}
