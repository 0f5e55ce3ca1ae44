// npm start, npm run worker, npm run bench, verify-log, rekey: installs and builds what is missing, then runs bin/serve.ts,
// worker.ts, bench.ts … on the pinned Node.js. Runs on any Node >= 20, with nothing installed.
//
//   PORT=3000                where to listen
//   DATABASE_URL=var/dibs.db the SQLite file, or postgres://user:password@host/database
//   DIBS_DEMO=0              no demo portals; the first admin signs up with the one-time code that is printed
//   DIBS_WORKER=0            pages only; the jobs are done by `npm run worker` (PostgreSQL)
//   The others stand in lib/env.ts, which reads them all.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { build, install, pinnedNode, root, stop } from "./prepare.mjs";
import { endAllAtTheEnd } from "./processes.mjs";

const withoutPages = new Set(["worker", "verify-log", "rekey", "clock"]);
const [program = "serve"] = process.argv.slice(2);

process.chdir(root);
await prepared();
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";

const { version } = JSON.parse(readFileSync(join(root, "node_modules/node/package.json"), "utf8"));
if (process.versions.node === version) await runHere();
else runOnPinnedNode();

async function prepared() {
  const forget = endAllAtTheEnd();
  await install();
  if (!withoutPages.has(program) && (await build()).code !== 0)
    stop("Dibs could not be built; the reason stands above.");
  forget();
}

/** Once the pinned Node.js is there, npm runs this file on it. What was compiled is kept, for its threads too: a sixth of the start. */
async function runHere() {
  process.env.NODE_COMPILE_CACHE = join(root, "node_modules/.cache/compiled");
  module.enableCompileCache();
  await import(`./${program}.ts`);
}

/** The channel between the two tells the program when this process is gone, however it went. */
function runOnPinnedNode() {
  const child = spawn(pinnedNode, [join("bin", `${program}.ts`), ...process.argv.slice(3)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (fault) => stop(fault.message));
  child.on("exit", (code, signal) => process.exit(signal === null ? code : 1));
}
