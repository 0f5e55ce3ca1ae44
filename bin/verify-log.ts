import { closeStore, db } from "#db/client.ts";
import { schemaIsCurrent } from "#db/migrate.ts";
import { verifyLog } from "#lib/sales/queries/verify-log.ts";
import { figure } from "#lib/words.ts";

// npm run verify-log: recomputes the chain of the log and names the first event that is not as it was written; then it ends
// with 1. Takes no lock, so it may run beside the program.
if (!(await schemaIsCurrent(db).catch(() => false))) {
  process.stderr.write(
    "There is no log to verify: DATABASE_URL is no database of this version. Start Dibs with it once.\n",
  );
  process.exit(1);
}
const verdict = await verifyLog();
await closeStore();
if (verdict.ok) {
  const { events, unchained, head } = verdict;
  const older =
    unchained === 0 ? "" : ` ${figure(unchained)} of them are older than the chain and not protected by it.`;
  process.stdout.write(
    `The log is whole: ${figure(events)} events.${older}\nHead: ${head.number} ${head.link}\nKeep this line elsewhere: a log that was rewritten as a whole has another.\n`,
  );
} else {
  const words = {
    changed: "is not what was written, or stands in another's place",
    missing: "is missing",
    "never-given-out": "has a number that was never given out",
  };
  process.stderr.write(`The log is broken: event ${verdict.number} ${words[verdict.why]}.\n`);
  process.exitCode = 1;
}
