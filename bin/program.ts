import { inspect } from "node:util";
import { startCheckpoints } from "#db/checkpoints.ts";
import { closeStore } from "#db/client.ts";
import { codeOf } from "#db/fault-code.ts";
import { migrate } from "#db/migrate.ts";
import { transaction } from "#db/transaction.ts";
import { startDraining } from "#lib/api/commands/draining.ts";
import { fillDemo } from "#lib/demo/commands.ts";
import { followClock } from "#lib/demo/commands/move-clock.ts";
import { beginFolding } from "#lib/contacts/commands/fold-contacts.ts";
import { wakeIndex } from "#lib/contacts/commands/index-search.ts";
import { env } from "#lib/env.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import type { Worker } from "#lib/jobs/listeners.ts";
import { log } from "#lib/log.ts";
import { beginDay } from "#lib/notices/commands/remind.ts";
import { beginListDays } from "#lib/lists/commands/in-force.ts";
import { beginLooks } from "#lib/sales/commands/looks.ts";
import { startJobs } from "./jobs.ts";

/** All that is running beside the pages. `lines` are for the person at the console. */
type Program = {
  lines: string[];
  /** For when people have been let in: a thread that loads before makes the start a sixth longer. */
  beginJobs(): void;
  /** Takes no new jobs and waits for those that run. */
  stop(timeoutMs: number): Promise<void>;
};

/** Brings the database up to date, and fills it the first time. */
export async function startProgram(): Promise<Program> {
  await migrate();
  await prepareJobs();
  const lines = await welcome();
  await followClock();
  await transaction(beginDay);
  await transaction(beginFolding);
  await transaction(wakeIndex);
  await transaction(beginListDays);
  await transaction(beginLooks);
  let worker: Worker | undefined;
  const endCheckpoints = startCheckpoints((fault) =>
    log.error(
      { code: codeOf(fault) },
      "the thread that copies the log into the file has ended: the writer copies by itself",
    ),
  );
  return {
    lines,
    beginJobs() {
      if (env.DIBS_WORKER === "1") worker = startJobs();
    },
    async stop(timeoutMs) {
      await worker?.stop(timeoutMs);
      await endCheckpoints();
    },
  };
}

async function welcome(): Promise<string[]> {
  if (env.DIBS_DEMO === "1") {
    const { signIns } = await fillDemo();
    const width = Math.max(0, ...signIns.map(({ email }) => email.length));
    return signIns.map(({ email, password, what }) => `  ${email.padEnd(width)}  ${password}  ${what}`);
  }
  // It stands on better-auth, which costs every other start a third of a second.
  const { firstAdminCode } = await import("#lib/portals/commands/first-admin.ts");
  const code = await firstAdminCode();
  return code === null ? [] : [`  The first admin signs up at /first-admin with the code ${code}`];
}

const stopWithinMs = 10_000;

/**
 * Runs until it is told to end, by a signal or by the end of whoever started it. Then it drains, writes the checkpoint and
 * ends the process with 0; a second signal changes nothing.
 */
export async function untilTold(drain: (timeoutMs: number) => Promise<unknown>): Promise<never> {
  await new Promise<void>((told) => {
    for (const end of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"]) process.on(end, () => told());
  });
  startDraining();
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  // What is left of the time is for the checkpoint.
  await drain(stopWithinMs - 2000);
  await closeStore();
  process.exit(0);
}

/** What was thrown for people is told in its sentence, a fault of ours with all that is known. */
export function cannotStart(fault: unknown): never {
  const why = fault instanceof Error && fault.name === "Error" ? fault.message : inspect(fault);
  process.stderr.write(`Dibs could not start. ${why}\n`);
  process.exit(1);
}
