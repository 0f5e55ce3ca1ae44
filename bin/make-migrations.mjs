// Writes what the schema has gained since the last migration, for both stores: npm run migrations -- a-short-name
import { spawnSync } from "node:child_process";

const name = process.argv[2] ?? "change";
for (const url of ["var/none.db", "postgres://none"]) {
  const made = spawnSync("drizzle-kit", ["generate", "--config", "db/drizzle.config.ts", "--name", name], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: "inherit",
  });
  if (made.status !== 0) process.exit(1);
}
