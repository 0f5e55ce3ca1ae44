import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";

// Every test file has a store of its own, migrated and empty. DIBS_TEST_POSTGRES is the address of a running server; without
// it the same stories run on SQLite. The environment is set before anything of the program is loaded.
const server = process.env["DIBS_TEST_POSTGRES"];
const name = `story_${process.pid}_${Date.now()}_${Math.floor(performance.now() * 1000)}`;

if (server) {
  const admin = new pg.Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  process.env["DATABASE_URL"] = `${server}/${name}`;
} else {
  process.env["DATABASE_URL"] = join(mkdtempSync(join(tmpdir(), "dibs-story-")), "dibs.db");
}
process.env["DIBS_LOG"] = "silent";
process.env["DIBS_SECRET"] = "only for stories, never for a served program";

const { migrate } = await import("#db/migrate.ts");
const { closeStore } = await import("#db/client.ts");
const { prepareJobs } = await import("#lib/jobs/commands.ts");

beforeAll(async () => {
  await migrate();
  await prepareJobs();
});
afterAll(closeStore);
