import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { defaultPolicy, type Policy } from "#lib/registration/policy.ts";

/** The policy in force. */
export async function policyInForce(from: Db): Promise<Policy> {
  const [kept] = await from.select({ value: setting.value }).from(setting).where(eq(setting.name, "policy"));
  return kept === undefined ? defaultPolicy : { ...defaultPolicy, ...(JSON.parse(kept.value) as Partial<Policy>) };
}
