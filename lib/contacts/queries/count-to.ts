import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "#db/ask.ts";
import type { Db } from "#db/client.ts";

/** How many rows there are of what stands behind `from`; no further than `most`. */
export async function countTo(on: Db, most: number, from: SQL): Promise<number> {
  const some = sql`select count(*) as many from (select 1 from ${from} limit ${most}) as counted`;
  const [counted] = await rowsOf<{ many: number }>(on, some, ["many"]);
  return counted?.many ?? 0;
}

// Up to so many are found and sorted faster than contacts are gone through in the order that is wanted.
const fewToSort = 5_000;

export async function areFew(on: Db, from: SQL): Promise<boolean> {
  return (await countTo(on, fewToSort + 1, from)) <= fewToSort;
}
