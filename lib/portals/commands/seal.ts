import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { env } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";

const held = oneInProgram<{ key?: KeyObject }>("secret", () => ({}));

/** DIBS_SECRET, or 32 random bytes that the first program made and the database keeps: every node seals alike. */
export async function secret(): Promise<string> {
  return env.DIBS_SECRET ?? (await keptSecret()) ?? madeSecret();
}

async function keptSecret(): Promise<string | undefined> {
  const [kept] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, "secret"));
  return kept?.value;
}

function madeSecret(): Promise<string> {
  return transaction(async (tx) => {
    // Two programs may start at once: the first to write wins, and both use its secret.
    const made = { name: "secret", value: randomBytes(32).toString("base64url") };
    await tx.insert(setting).values(made).onConflictDoNothing();
    const [kept] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.name, "secret"));
    return kept?.value ?? made.value;
  });
}

/** A keyed SHA-256 of `text`: nobody without the secret can make it, or find out what was in it. */
export async function sealOf(text: string): Promise<Buffer> {
  held.key ??= createSecretKey(Buffer.from(await secret()));
  return createHmac("sha256", held.key).update(text).digest();
}

/** `token.seal`, as better-auth signs its cookies. */
export async function sealed(token: string): Promise<string> {
  return `${token}.${(await sealOf(token)).toString("base64")}`;
}

/** The token inside, when the seal is ours. */
export async function unsealed(value: string): Promise<string | undefined> {
  const at = value.lastIndexOf(".");
  if (at < 1) return undefined;
  const token = value.slice(0, at);
  const [given, right] = [Buffer.from(value.slice(at + 1), "base64"), await sealOf(token)];
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}
