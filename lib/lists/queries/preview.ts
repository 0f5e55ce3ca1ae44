import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { portal } from "#db/schema/portals.ts";
import { asked } from "#lib/lists/queries/asked.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { asOfToday } from "#lib/lists/queries/ruled-lists.ts";
import { questionOf } from "#lib/lists/question.ts";
import { readRule } from "#lib/lists/read-rule.ts";
import type { RuleFault } from "#lib/lists/rule.ts";
import { ruleInWords } from "#lib/lists/rule-words.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** `looked` of `total` contacts, the newest first, of which `matching` match; the rest is asked when the list is saved. */
export type RulePreview = {
  faults: readonly RuleFault[];
  words: string;
  matching: number;
  looked: number;
  total: number;
  samples: readonly { id: number; name: string; email: string }[];
};

const atOnce = 2_000;
const longestMs = 250;
const mostSamples = 5;

/**
 * Who a rule would put into its list, as it stands. The newest contacts are asked first, for a quarter of a second at most and
 * in steps between which others are answered: it costs the same whatever the portal holds.
 */
export async function previewRule(actor: Actor, given: unknown): Promise<RulePreview> {
  const fields = await fieldsToChoose(db, actor.portalId);
  const read = readRule(given, fields);
  const nobody = { matching: 0, looked: 0, total: await contactsOf(actor), samples: [] };
  if (!read.ok) return { ...nobody, faults: read.no, words: "" };
  const words = ruleInWords(read.value, fields);
  if (words === "") return { ...nobody, faults: [], words };
  const condition = asked(questionOf(read.value, fields, await asOfToday(db, actor.portalId)));
  return { ...nobody, faults: [], words, ...(await looked(actor, condition)) };
}

async function looked(actor: Actor, condition: SQL): Promise<Pick<RulePreview, "matching" | "looked" | "samples">> {
  const mine = eq(contact.portalId, actor.portalId);
  const samples: { id: number; name: string; email: string }[] = [];
  const found = { matching: 0, looked: 0, samples };
  const begun = performance.now();
  for (let below = Number.MAX_SAFE_INTEGER; performance.now() - begun < longestMs;) {
    const slice = await db
      .select({ id: contact.id })
      .from(contact)
      .where(and(mine, lt(contact.id, below)))
      .orderBy(desc(contact.id))
      .limit(atOnce);
    const last = slice.at(-1);
    if (last === undefined) break;
    const within = and(mine, gte(contact.id, last.id), lt(contact.id, below), condition);
    found.matching += await countOf(within);
    found.looked += slice.length;
    if (found.samples.length < mostSamples) found.samples.push(...(await samplesOf(within, found.samples.length)));
    below = last.id;
    await breath();
  }
  return found;
}

async function countOf(where: SQL | undefined): Promise<number> {
  const [counted] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(contact)
    .where(where);
  return counted?.count ?? 0;
}

async function samplesOf(where: SQL | undefined, known: number) {
  return db
    .select({ id: contact.id, name: contact.name, email: contact.email })
    .from(contact)
    .where(where)
    .orderBy(desc(contact.id))
    .limit(mostSamples - known);
}

async function contactsOf({ portalId }: Actor): Promise<number> {
  const [kept] = await db.select({ contacts: portal.contacts }).from(portal).where(eq(portal.hubId, portalId));
  return kept?.contacts ?? 0;
}
