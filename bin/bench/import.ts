import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../prepare.mjs";
import type { Served, Stage } from "./act.ts";
import { multipart, readForm } from "./form.ts";
import { type Client, readJson } from "./http.ts";
import { msOf, until } from "./measure.ts";
import type { Place } from "./places.ts";
import { chunksOf, openRaw, type Row } from "./raw.ts";
import { alone, besideRaw, type Line } from "./report.ts";

const leastRows = 15_000;
const mostMegabytes = 100;

/** A file goes into empty portals, one after the other, as a person without JavaScript would bring it. */
export async function importLines(place: Place, { client, memory, forgetPeak }: Served, stage: Stage): Promise<Line[]> {
  const file = fileToImport();
  const [speeds, growths]: [number[], number[]] = [[], []];
  let [last, rows] = [0, 0];
  for (const { cookie } of stage.imports) {
    const by = client(cookie);
    forgetPeak();
    const before = memory().now;
    const begun = performance.now();
    last = await bring(by, file);
    rows = await rowsOnceDone(by, last);
    speeds.push((rows / (performance.now() - begun)) * 1000);
    growths.push(memory().peak - before);
    await quiet(by);
  }
  const raw = await rawSpeed(place, last);
  return [
    besideRaw(
      `import of ${rows.toLocaleString("en-US")} rows, upload to the last one stored`,
      { ours: speeds, raw, unit: "rows" },
      leastRows,
    ),
    alone("growth of resident memory meanwhile", growths, "MB", mostMegabytes),
  ];
}

/** Sends the file, and takes the columns as the page proposes them, without a check. */
async function bring(by: Client, file: File): Promise<number> {
  const data = new FormData();
  data.append("file", file);
  const { headers, body } = await by.ask({ path: "/api/imports", ...(await multipart(by.origin, data)) });
  const id = /\/imports\/(\d+)/.exec(headers.location ?? "")?.[1] ?? /"(?:importId|id)":"?(\d+)/.exec(body)?.[1];
  if (id === undefined) throw new Error(`the upload was not taken: ${headers.location ?? body.slice(0, 100)}`);
  const columns = await readForm(by, `/imports/${id}`, `name="match"`);
  await columns.send({ next: "import" });
  return Number(id);
}

const Progress = z.object({
  state: z.string(),
  rows: z.number(),
  rowsDone: z.number(),
  failed: z.number(),
  error: z.string(),
});

async function rowsOnceDone(by: Client, id: number): Promise<number> {
  let seen = await readJson(by, `/api/imports/${id}`, Progress);
  await until("the import", async () => {
    seen = await readJson(by, `/api/imports/${id}`, Progress);
    return seen.state === "done" || seen.state === "failed";
  });
  if (seen.state === "failed" || seen.failed > 0) throw new Error(`${seen.failed} rows failed. ${seen.error}`);
  return seen.rowsDone;
}

const Lists = z.object({ lists: z.array(z.object({ rule: z.string(), size: z.number() })) });
const Total = z.object({ total: z.object({ count: z.number() }) });

/** Everybody who came is asked for by the program itself: the next round begins when all have their answer. */
async function quiet(by: Client): Promise<void> {
  await until("the automatic requests", async () => {
    const { lists } = await readJson(by, "/api/lists", Lists);
    const { total } = await readJson(by, "/api/contacts", Total);
    const sizeOf = (rule: string) => lists.find((each) => each.rule === rule)?.size ?? 0;
    const answered = sizeOf("registered") + sizeOf("unavailable") + sizeOf("invalid-data");
    return sizeOf("pending") === 0 && answered === total.count;
  });
}

/** The same rows again, 500 a transaction. */
async function rawSpeed({ databaseUrl, rawUrl }: Place, importId: number): Promise<number> {
  const [from, into] = [await openRaw(databaseUrl), await openRaw(rawUrl)];
  const contacts = (await from.rows(`select * from contact where import_id = ${importId} order by id`)).map(asItCame);
  const history = await from.rows(
    `select * from property_history where source = 'import'
       and contact_id in (select id from contact where import_id = ${importId}) order by id`,
  );
  const historyOf = Map.groupBy(history, (row) => row["contact_id"]);
  const taken = await msOf(async () => {
    for (const some of chunksOf(contacts, 500)) {
      await into.transaction(async () => {
        await into.insert("contact", some);
        await into.insert(
          "property_history",
          some.flatMap(({ id }) => historyOf.get(id) ?? []),
        );
      });
    }
  });
  await Promise.all([from.close(), into.close()]);
  return (contacts.length / taken) * 1000;
}

/** Before the program asked for its registration. */
function asItCame(row: Row): Row {
  const undecided = {
    status: "",
    message: "",
    expires: "",
    shortfalls: 0,
    failed: "",
    version: 1,
    trigger: "imported",
  };
  return {
    ...row,
    ...undecided,
    synced_at: null,
    registration_id: null,
    open_request: null,
    open_kind: null,
    decided_by: null,
  };
}

const headings =
  "Index,Customer Id,First Name,Last Name,Company,City,Country,Phone 1,Phone 2,Email,Subscription Date,Website";

/** The usual sample of ten thousand customers where it is at hand, else as many made-up ones in its layout. */
function fileToImport(): File {
  const known = join(root, "../shared/data/customers-10000.csv");
  const text = existsSync(known)
    ? readFileSync(known, "utf8")
    : [headings, ...Array.from({ length: 10_000 }, customer)].join("\n");
  return new File([text], "customers-10000.csv", { type: "text/csv" });
}

function customer(_: unknown, at: number): string {
  const [person, company] = [`Given${at % 700},Family${at % 900}`, `"Company ${at}, Sons and Daughters"`];
  const rest = `City ${at % 400},Norway,043-797-${1000 + (at % 9000)},915.112.1727`;
  return `${at + 1},${at.toString(16).padStart(15, "0")},${person},${company},${rest},person.${at}@customer-${at}.com,2020-08-26,http://www.customer-${at}.com/`;
}
