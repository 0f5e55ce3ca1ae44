import { eq } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { person, portal, setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now, withClockPutBack } from "#lib/clock.ts";
import { demoPassword, demoSignIns, type SignIn } from "#lib/demo/sign-ins.ts";

const marker = "demo";

/**
 * Fills an empty store with the demo, in one transaction: all of it or nothing. A filled one stays as it is; a store with
 * people or portals of its own is left alone, and no sign-ins are answered. Before the worker starts, since the clock moves.
 */
export async function fillDemo(): Promise<{ signIns: readonly SignIn[] }> {
  const [filled] = await db.select().from(setting).where(eq(setting.name, marker));
  if (filled !== undefined) return { signIns: demoSignIns };
  if (await hasOwnData(db)) return { signIns: [] };

  // Loaded only where it is used: every later start does without.
  const [{ fill }, { hashPassword }] = await Promise.all([
    import("#lib/demo/commands/fill.ts"),
    import("#lib/portals/commands/auth.ts"),
  ]);
  const passwordHash = await hashPassword(demoPassword);
  const today = now();
  await withClockPutBack(() =>
    transaction(async (tx) => {
      // Of two programs that start at once, the other waits here for the first, and then has nothing to do.
      const row = { name: marker, value: String(today) };
      const [mine] = await tx.insert(setting).values(row).onConflictDoNothing().returning({ name: setting.name });
      if (mine !== undefined) await fill(tx, passwordHash, today);
    }),
  );
  return { signIns: demoSignIns };
}

async function hasOwnData(from: Db): Promise<boolean> {
  const [someone] = await from.select({ id: person.id }).from(person).limit(1);
  const [some] = await from.select({ id: portal.id }).from(portal).limit(1);
  return someone !== undefined || some !== undefined;
}
