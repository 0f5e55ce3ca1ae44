// A process that follows the demo's clock: prints what time it is whenever that changes, until its standard input ends.
import { writeSync } from "node:fs";
import { closeStore } from "#db/client.ts";
import { now } from "#lib/clock.ts";
import { followClock } from "#lib/demo/commands/move-clock.ts";

const forget = await followClock();
let shown = 0;
const look = setInterval(() => {
  if (now() === shown) return;
  shown = now();
  writeSync(1, `${new Date(shown).toISOString()}\n`);
}, 20);
process.stdin.resume();
await new Promise((told) => void process.stdin.once("end", told));
clearInterval(look);
forget();
await closeStore();
