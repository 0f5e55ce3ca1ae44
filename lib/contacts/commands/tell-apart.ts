import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { duplicate, duplicateSearch, notDuplicate } from "#db/schema/duplicates.ts";
import { now } from "#lib/clock.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { likenessesOf } from "#lib/contacts/duplicates.ts";
import { among } from "#lib/contacts/queries/duplicates.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** These contacts are not one, says somebody: the group goes, and does not come back unless another contact joins it. */
export async function tellApart(
  tx: Db,
  { portalId, name: who }: Actor,
  groupId: number,
): Promise<Result<{ contacts: number }, "group-not-found">> {
  const [group] = await tx
    .select()
    .from(duplicate)
    .where(and(eq(duplicate.portalId, portalId), eq(duplicate.id, groupId)));
  if (group === undefined) return no("group-not-found");
  const { kind, key, contacts } = group;
  const said = { contacts, who, at: now() };
  await tx
    .insert(notDuplicate)
    .values({ portalId, kind, key, ...said })
    .onConflictDoUpdate({ target: [notDuplicate.portalId, notDuplicate.kind, notDuplicate.key], set: said });
  await tx.delete(duplicate).where(eq(duplicate.id, groupId));
  return yes({ contacts: contacts.length });
}

/** A contact became a part of another one: it leaves its groups, and a group of one is none. */
export async function leaveGroups(tx: Db, gone: Contact): Promise<void> {
  const [search] = await tx.select().from(duplicateSearch).where(eq(duplicateSearch.portalId, gone.portalId));
  const keys = likenessesOf(gone).map(({ key }) => key);
  if (search === undefined || keys.length === 0) return;
  const groups = await tx
    .select()
    .from(duplicate)
    .where(among(duplicate, inArray(duplicate.run, [search.run, search.shownRun ?? 0]), keys));
  for (const { id, contacts } of groups.filter((each) => each.contacts.includes(gone.id))) {
    const left = contacts.filter((each) => each !== gone.id);
    if (left.length < 2) await tx.delete(duplicate).where(eq(duplicate.id, id));
    else await tx.update(duplicate).set({ contacts: left }).where(eq(duplicate.id, id));
  }
}
