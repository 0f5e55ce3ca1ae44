import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { notPursued } from "#db/schema/sales.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { readDomain } from "#lib/sales/domain.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

export type Exclusion = { website: string; why: NotPursuedReason; reason: string };

/** Puts a domain on the not-pursued list (event E16). Running registrations run on; the next sync decides. */
export async function excludeDomain(
  tx: Db,
  actor: Actor,
  { website, why, reason }: Exclusion,
): Promise<Result<{ key: string }, "domain-unreadable" | "reason-missing">> {
  const domain = readDomain(website);
  if (!domain.ok) return no("domain-unreadable");
  if (reason.trim() === "") return no("reason-missing");

  const { key } = domain;
  const ledger = await openLedger(tx);
  const row = { key, why, reason: reason.trim(), since: now(), who: actor.name };
  await tx.insert(notPursued).values(row).onConflictDoUpdate({ target: notPursued.key, set: row });
  ledger.record({ kind: "not-pursued", who: actor.name, key, after: { why, reason: row.reason } });
  await ledger.close();
  return yes({ key });
}

/** Takes a domain off the not-pursued list again (event E16). */
export async function readmitDomain(
  tx: Db,
  actor: Actor,
  { key, reason }: { key: string; reason: string },
): Promise<Result<{ key: string }, "not-on-the-list" | "reason-missing">> {
  if (reason.trim() === "") return no("reason-missing");
  const ledger = await openLedger(tx);
  const [gone] = await tx.delete(notPursued).where(eq(notPursued.key, key)).returning();
  if (gone === undefined) return no("not-on-the-list");
  const before = { why: gone.why, reason: gone.reason };
  ledger.record({ kind: "pursued-again", who: actor.name, key, before, after: { reason: reason.trim() } });
  await ledger.close();
  return yes({ key });
}
