import { closeStore, db } from "#db/client.ts";
import { schemaIsCurrent } from "#db/migrate.ts";
import { moveClock } from "#lib/demo/commands/move-clock.ts";

// node bin/start.mjs clock 2015-05-07T00:00:00Z: moves the clock of a running demo on, with the same DATABASE_URL, DIBS_DEMO
// and DIBS_CLOCK as the demo itself. Refused everywhere else.
const words = {
  "not-a-demo": "The clock moves in the demo alone, and only where DIBS_CLOCK makes it stand still.",
  backwards: "The clock moves only forward: what was recorded has happened.",
};
const spelled = process.argv.slice(2).findLast((each) => each !== "clock") ?? "";
const to = Date.parse(spelled);
if (Number.isNaN(to)) stop(`"${spelled}" is no instant such as 2015-05-07T00:00:00Z.`);
if (!(await schemaIsCurrent(db).catch(() => false))) stop("DATABASE_URL is no database of this version.");
const moved = await moveClock(to);
await closeStore();
if (!moved.ok) stop(words[moved.no]);
process.stdout.write(`It is ${new Date(to).toISOString()} now.\n`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
