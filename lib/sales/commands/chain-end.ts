import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { givenTexts, rowsOfKept } from "#db/ask.ts";
import { setting } from "#db/schema/portals.ts";

/** `secret` hides what the digests stand for; `since` is the first event that has a link. */
const Chain = z.object({ secret: z.string(), since: z.number().int() });
export type Chain = z.infer<typeof Chain>;

export function readChain(kept: string): Chain {
  return Chain.parse(JSON.parse(kept));
}

/** Where the chain stands: the last link of all, and the last of each domain. */
export type ChainEnd = { secret: string; inLog: string; ofKey: Map<string, string> };

type Row = { key: string; link: string | null; last: string | null; chain: string | null };

/**
 * Reads all of it in one query, since a bulk request closes the log thirty times a second. The first event ever to be chained
 * makes the secret. A domain is a span from itself to itself: told that it is one, PostgreSQL may walk the whole log backwards
 * for it, where it last counted few domains.
 */
export async function chainEnd(tx: Db, keys: readonly string[], first: number): Promise<ChainEnd> {
  const rows = await rowsOfKept<Row>(
    tx,
    sql`select given.value as key,
        (select link from event where key >= given.value and key <= given.value
          order by key desc, number desc limit 1) as link,
        (select link from event order by number desc limit 1) as last,
        (select value from setting where name = 'chain') as chain
      from ${givenTexts(keys)}`,
  );
  // What is not about one domain is the same in every row.
  const { chain = null, last = null } = rows[0] ?? {};
  const { secret } = chain ? readChain(chain) : await newChain(tx, first);
  return { secret, inLog: last ?? "", ofKey: new Map(rows.map(({ key, link }) => [key, link ?? ""])) };
}

async function newChain(tx: Db, since: number): Promise<Chain> {
  const chain = { secret: randomBytes(32).toString("base64url"), since };
  await tx.insert(setting).values({ name: "chain", value: JSON.stringify(chain) });
  return chain;
}
