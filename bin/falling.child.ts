// A thread of jobs of which the first one falls, in the middle of its turn to write.
import { setTimeout as passed } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";

await import("./jobs.thread.ts");
const hasFallen = (await db.$count(setting, eq(setting.name, "fallen"))) === 1;
if (!hasFallen) {
  await transaction((tx) => tx.insert(setting).values({ name: "fallen", value: "" }));
  void transaction(async () => {
    setTimeout(() => {
      throw new Error("It fell.");
    });
    await passed(60_000);
  });
}
