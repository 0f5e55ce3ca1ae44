import { onPostgres } from "#lib/env.ts";
import { cannotStart, startProgram, untilTold } from "./program.ts";

// npm run worker: jobs without pages, as many of them as wanted, on PostgreSQL.
if (!onPostgres) {
  cannotStart(
    new Error("On SQLite `npm start` does the jobs itself; workers of their own need a DATABASE_URL of PostgreSQL."),
  );
}
const program = await startProgram().catch(cannotStart);
program.beginJobs();
process.stdout.write("The worker is ready.\n");
await untilTold((timeoutMs) => program.stop(timeoutMs));
