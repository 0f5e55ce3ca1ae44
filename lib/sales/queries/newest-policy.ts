import { desc } from "drizzle-orm";
import { z } from "zod";
import { type Db, preparedOnce } from "#db/client.ts";
import { policy } from "#db/schema/registration.ts";
import { env } from "#lib/env.ts";

/** The settings in force as they are kept; nothing until somebody changes them. Read on every desk, and so prepared. */
export async function newestPolicy(from: Db): Promise<{ version: number; settings: unknown } | undefined> {
  const [newest] = await newestVersion(from).execute();
  return newest;
}

const newestVersion = preparedOnce((on) =>
  on.select({ version: policy.version, settings: policy.settings }).from(policy).orderBy(desc(policy.version)).limit(1),
);

const Named = z.object({ vendor: z.string() });

/** The vendor as messages and lists name it (decision D12): a setting of the policy, which begins as DIBS_VENDOR. */
export async function vendorName(from: Db): Promise<string> {
  const named = Named.safeParse((await newestPolicy(from))?.settings);
  return named.success ? named.data.vendor : env.DIBS_VENDOR;
}
