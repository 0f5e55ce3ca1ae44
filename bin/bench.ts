// npm run bench: what Dibs reaches on this machine, beside the same queries without it (docs/performance.md). Whatever the
// figures are, it ends well: they are no test.
//
//   -- --contacts 100000   how many contacts stand in the portal
//   -- --lists 200         how many smart lists of the portal's own, and a property that they and a filter ask
//   -- --only "screens"    one part alone
//   -- --postgres          afterwards the same on a PostgreSQL of its own
//   -- --no-sqlite         on PostgreSQL alone
//   -- --write             puts the tables into docs/performance.md
import { parseArgs } from "node:util";
import { buildCopy } from "./bench/copy.ts";
import { machineInWords } from "./bench/machine.ts";
import { benchOn } from "./bench/parts.ts";
import { asTable, putInto, withoutBars } from "./bench/report.ts";
import { onPostgres, onSqlite, type Place } from "./bench/places.ts";
import { endAllAtTheEnd } from "./processes.mjs";

const { values: asked } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    contacts: { type: "string", default: "100000" },
    lists: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    sqlite: { type: "boolean", default: true },
    postgres: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const contacts = Math.max(1_000, Math.trunc(Number(asked.contacts)) || 100_000);
const lists = Math.max(0, Math.trunc(Number(asked.lists)) || 0);

endAllAtTheEnd();
await buildCopy();
if (asked.sqlite) await measure("sqlite", onSqlite);
if (asked.postgres || !asked.sqlite) await measure("postgres", onPostgres);
process.exit(0);

async function measure(store: "sqlite" | "postgres", open: () => Promise<Place>): Promise<void> {
  const place = await open();
  try {
    const machine = machineInWords(place, { contacts, lists });
    const lines = await benchOn(place, { contacts, lists, only: asked.only });
    const table = `${machine}\n\n${asTable(store === "sqlite" ? lines : withoutBars(lines))}`;
    process.stdout.write(`\n${table}\n`);
    if (asked.write && asked.only === "") putInto("docs/performance.md", store, table);
  } finally {
    await place.close();
  }
}
