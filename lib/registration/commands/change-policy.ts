import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { policy } from "#db/schema/registration.ts";
import { now } from "#lib/clock.ts";
import { renamePartnerLists } from "#lib/lists/commands/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { type Policy, PolicySettings } from "#lib/registration/policy.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

/** `expected` is the version that the person saw in force. */
export type PolicyChange = { expected: number; settings: PolicySettings; reason: string };

/**
 * Puts the next version in force. Refused where somebody else was faster ("overtaken"), so that nobody undoes a change that
 * they have not seen, and where nothing would be different. What was decided stays as it is.
 */
export async function changePolicy(
  tx: Db,
  actor: Actor,
  { expected, settings, reason }: PolicyChange,
): Promise<Result<{ version: number }, "reason-missing" | "overtaken" | "unchanged">> {
  if (reason.trim() === "") return no("reason-missing");
  // The ledger comes first: of two managers the second one waits here, and then sees the first one's version.
  const ledger = await openLedger(tx);
  const { version: current, ...before } = await policyInForce(tx);
  if (current !== expected) return no("overtaken");
  if (isSame(before, settings)) return no("unchanged");

  const [version, at, why] = [current + 1, now(), reason.trim()];
  if (current === 1) await insertRows(tx, policy, [{ ...theBeginning, settings: before }]);
  await insertRows(tx, policy, [{ version, settings, who: actor.name, reason: why, at }]);
  if (settings.vendor !== before.vendor) await renamePartnerLists(tx, settings.vendor);
  ledger.record({
    kind: "policy-changed",
    who: actor.name,
    key: "",
    before: { version: current, ...before },
    after: { version, reason: why, ...settings },
  });
  await ledger.close();
  return yes({ version });
}

// Kept with the first change, so that what was in force before it is known for good.
const theBeginning: Omit<typeof policy.$inferInsert, "settings"> = {
  version: 1,
  who: "Dibs",
  reason: "What the program started with.",
  at: 0,
};

function isSame(one: Omit<Policy, "version">, other: PolicySettings): boolean {
  return JSON.stringify(PolicySettings.parse(one)) === JSON.stringify(PolicySettings.parse(other));
}
