import { and, between, count, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { request } from "#db/schema/registration.ts";
import { event } from "#db/schema/sales.ts";
import type { AccountsLoad } from "#lib/sales/accounts-load.ts";
import type { DomainRefusal } from "#lib/sales/domain.ts";

// As its event keeps it.
const Kept: z.ZodType<AccountsLoad> = z.object({
  file: z.string(),
  reason: z.string(),
  rows: z.number(),
  requested: z.number(),
  receipts: z.object({ first: z.number(), last: z.number() }),
  alreadyPursued: z.number(),
  duplicates: z.number(),
  held: z.object({ count: z.number(), some: z.array(z.object({ key: z.string(), until: z.string() })) }),
  unreadable: z.object({
    count: z.number(),
    some: z.array(z.object({ line: z.number(), website: z.string(), why: z.custom<DomainRefusal>(isText) })),
  }),
  brokenAfter: z.number().nullable(),
});

function isText(value: unknown): boolean {
  return typeof value === "string";
}

export type LoadView = AccountsLoad & {
  at: number;
  who: string;
  /** What the sync has made of its requests by now. `late`: a partner's request came first. */
  progress: { waiting: number; pursued: number; late: number };
};

/** The load that was recorded under this event number. */
export async function accountsLoad(number: number): Promise<LoadView | undefined> {
  const [found] = await db
    .select({ at: event.at, who: event.who, after: event.after })
    .from(event)
    .where(and(eq(event.number, number), eq(event.kind, "accounts-loaded")));
  if (found === undefined) return undefined;
  const load = Kept.parse(found.after);
  return { ...load, at: found.at, who: found.who, progress: await progressOf(load) };
}

// Never more rows than the load has receipts, and what others asked for in between.
async function progressOf({ receipts, requested }: AccountsLoad): Promise<LoadView["progress"]> {
  if (requested === 0) return { waiting: 0, pursued: 0, late: 0 };
  const rows = await db
    .select({ state: request.state, outcome: request.outcome, count: count() })
    .from(request)
    .where(and(between(request.receipt, receipts.first, receipts.last), eq(request.kind, "pursuit")))
    .groupBy(request.state, request.outcome);
  const of = (matches: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(matches).reduce((sum, row) => sum + row.count, 0);
  return {
    waiting: of(({ state }) => state === "open"),
    pursued: of(({ outcome }) => outcome === "pursued"),
    late: of(({ outcome }) => outcome === "held"),
  };
}
