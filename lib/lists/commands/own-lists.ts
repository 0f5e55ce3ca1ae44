import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { list, listFolder } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { awaitListDay, refill } from "#lib/lists/commands/in-force.ts";
import { isNamedByOthers, readOwnRule, type RuleRefused } from "#lib/lists/commands/own-rules.ts";
import { isDaily, type Rule } from "#lib/lists/rule.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { holdContacts } from "#lib/portals/commands/hold-contacts.ts";
import { no, type Result, yes } from "#lib/result.ts";

export type ListAsked = { name: string; folder: string };
type NameRefused = "name-missing" | "name-taken" | "folder-not-found" | "too-many";
type NotThere = "list-not-found";

const mostLists = 1_000;
const longestName = 200;

/** A smart list of the portal's own. It is filled by a job, and kept from the transaction that makes it. */
export async function createSmartList(
  tx: Db,
  actor: Actor,
  { rule, ...asked }: ListAsked & { rule: unknown },
): Promise<Result<{ id: number }, NameRefused> | RuleRefused> {
  await holdContacts(tx, actor.portalId);
  const named = await namedFreely(tx, actor, asked);
  if (!named.ok) return named;
  const read = await readOwnRule(tx, actor, { id: null, rule });
  if (!read.ok) return read;
  const id = await insertList(tx, actor, { ...named.value, kind: "smart", definition: read.value });
  await refill(tx, [id]);
  if (isDaily(read.value)) await awaitListDay(tx, actor.portalId);
  return yes({ id });
}

/** A static list: contacts are put into it and taken out by people. */
export async function createStaticList(
  tx: Db,
  actor: Actor,
  asked: ListAsked,
): Promise<Result<{ id: number }, NameRefused>> {
  await holdContacts(tx, actor.portalId);
  const named = await namedFreely(tx, actor, asked);
  if (!named.ok) return named;
  return yes({ id: await insertList(tx, actor, { ...named.value, kind: "static", definition: null }) });
}

/** Another name, folder or rule. Who is in it follows from the rule, and is worked out anew where that has changed. */
export async function changeList(
  tx: Db,
  actor: Actor,
  { id, rule, ...asked }: ListAsked & { id: number; rule?: unknown },
): Promise<Result<{ id: number }, NotThere | NameRefused> | RuleRefused> {
  await holdContacts(tx, actor.portalId);
  const before = await ownList(tx, actor, id);
  if (before === undefined) return no("list-not-found");
  const named = await namedFreely(tx, actor, { ...asked, id });
  if (!named.ok) return named;
  const read = before.kind === "smart" && rule !== undefined ? await readOwnRule(tx, actor, { id, rule }) : null;
  if (read?.ok === false) return read;
  const changed =
    read === null ? {} : { definition: read.value, daily: isDaily(read.value), version: before.version + 1 };
  await tx
    .update(list)
    .set({ ...named.value, ...changed })
    .where(eq(list.id, id));
  if (read !== null) await refill(tx, [id]);
  if (read !== null && isDaily(read.value)) await awaitListDay(tx, actor.portalId);
  return yes({ id });
}

/** The same rule under another name; of a static list the name alone, since a list of the same contacts is one too many. */
export async function cloneList(
  tx: Db,
  actor: Actor,
  { id, name }: { id: number; name: string },
): Promise<Result<{ id: number }, NotThere | NameRefused> | RuleRefused> {
  const original = await ownList(tx, actor, id);
  if (original === undefined) return no("list-not-found");
  const asked = { name, folder: original.folder };
  return original.kind === "smart"
    ? createSmartList(tx, actor, { ...asked, rule: original.definition })
    : createStaticList(tx, actor, asked);
}

/** Puts a list out of use, or back in: who was in it is kept, and worked out anew when it comes back. */
export async function archiveList(
  tx: Db,
  actor: Actor,
  { id, archived }: { id: number; archived: boolean },
): Promise<Result<{ name: string }, NotThere | "named-by-others">> {
  await holdContacts(tx, actor.portalId);
  const found = await ownList(tx, actor, id);
  if (found === undefined) return no("list-not-found");
  if (archived && (await isNamedByOthers(tx, actor, id))) return no("named-by-others");
  await tx
    .update(list)
    .set({ archivedAt: archived ? now() : null })
    .where(eq(list.id, id));
  if (!archived && found.kind === "smart") await refill(tx, [id]);
  return yes({ name: found.name });
}

export async function createFolder(
  tx: Db,
  actor: Actor,
  name: string,
): Promise<Result<{ id: number }, "name-missing" | "name-taken">> {
  const typed = name.trim().slice(0, longestName);
  if (typed === "") return no("name-missing");
  const folders = await tx
    .select({ name: listFolder.name })
    .from(listFolder)
    .where(eq(listFolder.portalId, actor.portalId));
  if (folders.some((folder) => folder.name.toLowerCase() === typed.toLowerCase())) return no("name-taken");
  const [id = 0] = await newIds(tx, 1);
  await tx.insert(listFolder).values({ id, portalId: actor.portalId, name: typed, createdAt: now() });
  return yes({ id });
}

type NewList = ListAsked & { kind: "smart" | "static"; definition: Rule | null };

async function insertList(tx: Db, { portalId, name: who }: Actor, made: NewList): Promise<number> {
  const [id = 0] = await newIds(tx, 1);
  const daily = made.definition !== null && isDaily(made.definition);
  await tx.insert(list).values({ id, portalId, ...made, rule: "", size: 0, createdAt: now(), daily, who });
  return id;
}

async function namedFreely(
  tx: Db,
  { portalId }: Actor,
  { name, folder, id }: ListAsked & { id?: number },
): Promise<Result<ListAsked, NameRefused>> {
  const typed = name.trim().slice(0, longestName);
  if (typed === "") return no("name-missing");
  const lists = await tx.select({ id: list.id, name: list.name }).from(list).where(eq(list.portalId, portalId));
  if (lists.length >= mostLists) return no("too-many");
  if (lists.some((each) => each.id !== id && each.name.toLowerCase() === typed.toLowerCase())) return no("name-taken");
  const [known] = await tx
    .select({ name: listFolder.name })
    .from(listFolder)
    .where(and(eq(listFolder.portalId, portalId), eq(listFolder.name, folder)));
  return folder === "" || known !== undefined ? yes({ name: typed, folder }) : no("folder-not-found");
}

/** A list of the portal's own; the partner lists are nobody's to change. */
async function ownList(tx: Db, { portalId }: Actor, id: number) {
  const [found] = await tx
    .select()
    .from(list)
    .where(and(eq(list.portalId, portalId), eq(list.id, id), eq(list.rule, "")));
  return found;
}
