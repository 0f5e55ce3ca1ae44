import { defineConfig } from "drizzle-kit";
import { onPostgres } from "#lib/env.ts";

export default defineConfig({
  schema: "./db/schema/all.ts",
  out: onPostgres ? "./db/migrations/postgres" : "./db/migrations/sqlite",
  dialect: onPostgres ? "postgresql" : "sqlite",
  casing: "snake_case",
});
