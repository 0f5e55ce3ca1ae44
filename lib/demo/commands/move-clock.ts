import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now, setClock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { beginListDays } from "#lib/lists/commands/in-force.ts";
import { log } from "#lib/log.ts";
import { beginDay } from "#lib/notices/commands/remind.ts";
import { no, type Result, yes } from "#lib/result.ts";

// The demo's clock stands where DIBS_CLOCK says, and can be moved on, so that a year passes in a moment. Where it stands is kept
// in the setting `clock`, which every process follows. Outside the demo nothing here reads or writes anything.

/** Only a demo whose clock stands still on purpose has one that can be moved. */
const movable = env.DIBS_DEMO === "1" && env.DIBS_CLOCK !== undefined;

const lookMs = 500;

/** Moves the program's one clock on to an instant (ms since 1970). Never back: what was recorded has happened. */
export async function moveClock(to: number): Promise<Result<{ at: number }, "not-a-demo" | "backwards">> {
  if (!movable) return no("not-a-demo");
  await lookAtClock();
  if (to <= now()) return no("backwards");
  setClock(to);
  await transaction(async (tx) => {
    const row = { name: "clock", value: String(to) };
    await tx.insert(setting).values(row).onConflictDoUpdate({ target: setting.name, set: row });
    // What has run out by then ends now, and who is to be reminded by then is.
    await enqueue(tx, "settle", {}, { queue: "sync", key: "settle" });
    await beginDay(tx);
    await beginListDays(tx);
  });
  return yes({ at: to });
}

/** Follows the clock of the other processes, half a second behind at most, until the answer is called. */
export async function followClock(): Promise<() => void> {
  if (!movable) return () => undefined;
  await lookAtClock();
  const timer = setInterval(() => {
    lookAtClock().catch(() => log.warn("the demo's clock could not be read"));
  }, lookMs).unref();
  return () => clearInterval(timer);
}

/** For who cannot wait for half a second: it is no earlier here now than where this was asked for. */
export async function lookAtClock(): Promise<void> {
  if (!movable) return;
  const [kept] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, "clock"));
  const at = Number(kept?.value ?? 0);
  if (at > now()) setClock(at);
}
