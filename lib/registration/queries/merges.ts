import { and, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contactMerge, tombstone } from "#db/schema/endings.ts";
import { now } from "#lib/clock.ts";
import { undoableDays } from "#lib/contacts/merged.ts";
import { asItWas } from "#lib/contacts/was.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** A contact that became a part of this one, and could be on its own again. */
export type UndoableMerge = { id: number; otherId: number; name: string; at: number; who: string; daysLeft: number };

const dayMs = 86_400_000;
const most = 10;

/** The newest merges into a contact that can still be undone. */
export async function undoableMerges(actor: Actor, survivorId: number): Promise<UndoableMerge[]> {
  const rows = await db
    .select({ merge: contactMerge, stone: tombstone })
    .from(contactMerge)
    .innerJoin(
      tombstone,
      and(eq(tombstone.contactId, contactMerge.otherId), eq(tombstone.mergedInto, contactMerge.survivorId)),
    )
    .where(
      and(
        eq(contactMerge.survivorId, survivorId),
        eq(contactMerge.portalId, actor.portalId),
        isNull(contactMerge.undoneAt),
        isNotNull(contactMerge.before),
        gte(contactMerge.at, now() - undoableDays * dayMs),
      ),
    )
    .orderBy(desc(contactMerge.id))
    .limit(most);
  return rows.map(({ merge: { id, otherId, at, who }, stone }) => {
    const daysLeft = Math.max(1, Math.ceil((at + undoableDays * dayMs - now()) / dayMs));
    return { id, otherId, name: asItWas(stone).name, at, who, daysLeft };
  });
}
