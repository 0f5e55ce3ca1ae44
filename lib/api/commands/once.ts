import { createHash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answered } from "#db/schema/registration.ts";
import { now } from "#lib/clock.ts";
import { no, type Result, yes } from "#lib/result.ts";

const keptMs = 24 * 60 * 60 * 1000;

type Asked = { portalId: number; key: string | null; body: unknown };

/**
 * The same key with the same body gets the same answer again, without doing it again; with another body it is refused. In
 * the transaction of the answer itself, kept for a day. Without a key the work is simply done.
 */
export async function once<Value, No extends string>(
  tx: Db,
  { portalId, key, body }: Asked,
  work: () => Promise<Result<Value, No>>,
): Promise<Result<unknown, No | "key-reused">> {
  if (key === null) return work();
  const at = now();
  await tx.delete(answered).where(lt(answered.at, at - keptMs));

  const bodyHash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  // A twin that runs at the same moment waits at this row until the first is done.
  const row = { portalId, key, bodyHash, answer: null, at };
  const [mine] = await tx.insert(answered).values(row).onConflictDoNothing().returning({ at: answered.at });
  const own = and(eq(answered.portalId, portalId), eq(answered.key, key));
  if (mine === undefined) {
    const [known] = await tx.select().from(answered).where(own);
    return known?.bodyHash === bodyHash ? yes(known.answer) : no("key-reused");
  }

  const answer = await work();
  if (answer.ok) await tx.update(answered).set({ answer: answer.value }).where(own);
  else await tx.delete(answered).where(own);
  return answer;
}
