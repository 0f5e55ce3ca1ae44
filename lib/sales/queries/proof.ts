import { and, asc, eq, gte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { event } from "#db/schema/sales.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { canonical, keySecretOf, type Place, placeOf } from "#lib/sales/chain.ts";
import type { Chain } from "#lib/sales/commands/chain-end.ts";
import { digest } from "#lib/sales/commands/digest.ts";
import { chainKept, lastNumberGiven, type LoggedEvent, logPages } from "#lib/sales/queries/log-pages.ts";

/**
 * The proof of a domain, for a portal that has an event of its own there: JSON lines from the domain's first event to the head
 * of the log. Docs/decisions/0010-the-chain.md says what each line shows to whom. `undefined` for every other portal.
 */
export async function proofOf(actor: Actor, key: string): Promise<AsyncGenerator<string> | undefined> {
  const chain = await chainKept();
  if (chain === undefined || key === "" || !(await hasAsked(actor, key))) return undefined;
  const [first] = await db
    .select({ number: event.number })
    .from(event)
    .where(and(eq(event.key, key), gte(event.number, chain.since)))
    .orderBy(asc(event.number))
    .limit(1);
  if (first === undefined) return undefined;
  const last = await lastNumberGiven();
  const before = { number: first.number - 1, link: await linkAt(first.number - 1) };
  const head = { number: last, link: await linkAt(last) };
  const about = { dibs: "proof", version: 1, key, keySecret: keySecretOf(digest, chain.secret, key), before, head };
  return lines({ portalId: actor.portalId, chain, about });
}

async function hasAsked(actor: Actor, key: string): Promise<boolean> {
  const [own] = await db
    .select({ number: event.number })
    .from(event)
    .where(and(eq(event.key, key), eq(event.portalId, actor.portalId)))
    .limit(1);
  return own !== undefined;
}

async function linkAt(number: number): Promise<string> {
  const [found] = await db.select({ link: event.link }).from(event).where(eq(event.number, number));
  return found?.link ?? "";
}

type Point = { number: number; link: string };
type Asked = { portalId: number; chain: Chain; about: { key: string; before: Point; head: Point } };

async function* lines({ portalId, chain, about }: Asked): AsyncGenerator<string> {
  yield `${canonical(about)}\n`;
  let inLog = about.before.link;
  for await (const page of logPages(about.before.number, about.head.number)) {
    const shown = page.map((each) => {
      const place = placeOf(digest, chain.secret, { event: each, previous: { inLog, ofKey: each.linkOfKey } });
      inLog = each.link;
      return `${canonical(each.key === about.key ? shownTo(portalId, each, place) : [place.tag, place.keyed])}\n`;
    });
    yield shown.join("");
  }
}

/** Own events whole; of the vendor's when and what; of another portal's that there was one. */
function shownTo(portalId: number, each: LoggedEvent, { headSalt, bodySalt, head, body }: Place): object {
  const { number, at, kind, key, contactId, who, before, after } = each;
  const said = { number, at, kind, portalId: each.portalId, key, headSalt };
  // A transfer has two sides, and its body names the contacts of both.
  if (each.portalId === null || (each.portalId === portalId && kind === "transferred")) return { ...said, body };
  return each.portalId === portalId ? { ...said, contactId, who, before, after, bodySalt } : { number, head, body };
}
