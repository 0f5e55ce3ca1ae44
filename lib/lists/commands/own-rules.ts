import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { list } from "#db/schema/lists.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { readRule, storedRule } from "#lib/lists/read-rule.ts";
import { clausesIn, type Rule, type RuleFault } from "#lib/lists/rule.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type RuleRefused = { ok: false; no: "rule-refused"; faults: readonly RuleFault[] };

/** Reads a rule for a list of the portal (`id` is null for a new one); refuses one that in the end names its own list. */
export async function readOwnRule(
  tx: Db,
  { portalId }: Actor,
  { id, rule }: { id: number | null; rule: unknown },
): Promise<{ ok: true; value: Rule } | RuleRefused> {
  const read = readRule(rule, await fieldsToChoose(tx, portalId));
  if (!read.ok) return { ok: false, no: "rule-refused", faults: read.no };
  if (clausesIn(read.value).length === 0) {
    return { ok: false, no: "rule-refused", faults: [{ at: "", message: "Add at least one line to the rule." }] };
  }
  if (id !== null && (await namesItself(tx, portalId, { id, rule: read.value }))) {
    const message = "A list that this rule names is made from this list: they would wait for each other.";
    return { ok: false, no: "rule-refused", faults: [{ at: "", message }] };
  }
  return read;
}

/** Whether a list would, through the lists that its rule names, name itself. */
async function namesItself(tx: Db, portalId: number, { id, rule }: { id: number; rule: Rule }): Promise<boolean> {
  const named = await namesByList(tx, portalId);
  const seen = new Set<number>();
  for (let next = namesIn(rule); next.length > 0; next = next.flatMap((each) => named.get(each) ?? [])) {
    if (next.includes(id)) return true;
    next = next.filter((each) => !seen.has(each));
    for (const each of next) seen.add(each);
  }
  return false;
}

/** Whether the rule of another list names this one. */
export async function isNamedByOthers(tx: Db, { portalId }: Actor, id: number): Promise<boolean> {
  return [...(await namesByList(tx, portalId)).values()].some((names) => names.includes(id));
}

async function namesByList(tx: Db, portalId: number): Promise<Map<number, number[]>> {
  const rows = await tx
    .select({ id: list.id, definition: list.definition })
    .from(list)
    .where(and(eq(list.portalId, portalId), isNotNull(list.definition), isNull(list.archivedAt)));
  return new Map(rows.map(({ id, definition }) => [id, namesIn(storedRule(definition))]));
}

function namesIn(rule: Rule | null): number[] {
  if (rule === null) return [];
  return clausesIn(rule).flatMap(({ field, values }) => (field === "list" ? values.map(Number) : []));
}
