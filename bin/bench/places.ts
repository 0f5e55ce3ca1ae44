import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { root } from "../prepare.mjs";
import { begin, end } from "../processes.mjs";

/** A store to measure in: one database for the program, and one of the same content for raw statements. */
export type Place = {
  inWords: string;
  databaseUrl: string;
  rawUrl: string;
  /** While nobody is connected to the program's database. */
  copyForRaw: () => Promise<void>;
  close: () => Promise<void>;
};

export async function onSqlite(): Promise<Place> {
  const folder = join(root, "var/bench", `sqlite-${process.pid}`);
  const [databaseUrl, rawUrl] = [join(folder, "dibs.db"), join(folder, "raw.db")];
  mkdirSync(folder, { recursive: true });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  return {
    inWords: `SQLite ${versionOfSqlite()}, WAL, synchronous FULL`,
    databaseUrl,
    rawUrl,
    copyForRaw: async () => copyFileSync(databaseUrl, rawUrl),
    close: async () => remove(),
  };
}

function versionOfSqlite(): string {
  const memory = new Database(":memory:");
  const version: unknown = memory.prepare("select sqlite_version()").pluck().get();
  memory.close();
  return String(version);
}

/** A server of its own that ends with the bench. It is told to write to the disk as a real one does. */
export async function onPostgres(): Promise<Place> {
  const asked = [join(root, "bin/postgres.mjs"), "-c", "fsync=on"];
  const server = begin(process.execPath, asked, { stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise<string>((known, fail) => {
    let said = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const ready = /ready: (postgres:\S+)/.exec(said)?.[1];
      if (ready !== undefined) known(ready);
    });
    server.once("close", () => fail(new Error(`PostgreSQL could not start. ${said}`)));
  });
  await say(`${address}/postgres`, "create database bench");
  const [version = "", fsync = ""] = await say(`${address}/postgres`, "select version(), current_setting('fsync')");
  return {
    inWords: `${version.split(" ").slice(0, 2).join(" ")}, fsync ${fsync}, synchronous_commit on`,
    databaseUrl: `${address}/bench`,
    rawUrl: `${address}/raw`,
    async copyForRaw() {
      await say(`${address}/bench`, "vacuum analyze");
      await say(`${address}/postgres`, "create database raw template bench");
    },
    async close() {
      const ended = new Promise((done) => server.once("close", done));
      server.stdin?.end();
      const late = setTimeout(() => end(server, "SIGKILL"), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The columns of the first row, as text. */
async function say(address: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
    return (rows[0] ?? []).map(String);
  } finally {
    await client.end();
  }
}
