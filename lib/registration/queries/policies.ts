import { desc } from "drizzle-orm";
import { db } from "#db/client.ts";
import { policy } from "#db/schema/registration.ts";
import { type PolicySettings, PolicySettings as Settings } from "#lib/registration/policy.ts";
import { policyInForce } from "#lib/registration/queries.ts";

/** `at` is null for what was there from the beginning. */
export type PolicyVersion = {
  version: number;
  settings: PolicySettings;
  who: string;
  reason: string;
  at: number | null;
};

/** Every version of the policy, the one in force first. */
export async function policyVersions(): Promise<PolicyVersion[]> {
  const rows = await db.select().from(policy).orderBy(desc(policy.version)).limit(200);
  if (rows.length === 0) {
    const { version, ...settings } = await policyInForce(db);
    return [{ version, settings, who: "Dibs", reason: "What the program started with.", at: null }];
  }
  return rows.map(({ at, settings, ...row }) => ({
    ...row,
    settings: Settings.parse(settings),
    at: at === 0 ? null : at,
  }));
}
