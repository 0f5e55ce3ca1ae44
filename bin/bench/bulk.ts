import { z } from "zod";
import type { Served, Stage } from "./act.ts";
import { bulkStages } from "./contacts.ts";
import { readForm } from "./form.ts";
import { readJson } from "./http.ts";
import { asking, msOf, percentile, until } from "./measure.ts";
import type { Place } from "./places.ts";
import { chunksOf, openRaw, type Raw, type Row } from "./raw.ts";
import { besideRaw, type Line, ms } from "./report.ts";

const leastDecisions = 3_000;
const mostMs = 50;

const Progress = z.object({ registered: z.number(), unavailable: z.number(), invalid: z.number() });

/** Some thousand contacts are asked for with one click, while somebody else goes on looking at contacts. */
export async function bulkLines(place: Place, { client }: Served, { cookie, bulk }: Stage): Promise<Line[]> {
  const [by, other] = [client(cookie), client(cookie, 64)];
  const speeds: number[] = [];
  const pages: number[] = [];
  let batchId = 0;
  for (const stage of bulkStages) {
    const form = await readForm(by, `/requests/new?all=1&stage=${stage}&wait=1`, `name="selection"`);
    const others = asking(() => other.ask({ path: "/api/contacts" }));
    const begun = performance.now();
    const { headers } = await form.send();
    batchId = Number(/\/requests\/(\d+)/.exec(headers.location ?? "")?.[1]);
    await until("the bulk request", async () => {
      const { registered, unavailable, invalid } = await readJson(by, `/api/batches/${batchId}`, Progress);
      return registered + unavailable + invalid === bulk;
    });
    speeds.push((bulk / (performance.now() - begun)) * 1000);
    pages.push(...(await others.stop()));
  }
  const raw = await rawSpeed(place, batchId);
  const what = `${bulk.toLocaleString("en-US")} bulk requests, click to the last decision stored`;
  return [besideRaw(what, { ours: speeds, raw, unit: "decisions" }, leastDecisions), meanwhile(pages)];
}

function meanwhile(times: readonly number[]): Line {
  const p95 = percentile(times, 0.95);
  return {
    what: "contacts page of others meanwhile",
    ours: ms(percentile(times, 0.5)),
    worst: `${ms(p95)} (p99 ${ms(percentile(times, 0.99))})`,
    bar: `p95 ≤ ${mostMs} ms`,
    held: p95 <= mostMs,
  };
}

/** What one request left behind when it was decided. */
type Written = Record<
  "request" | "asked" | "decided" | "contact" | "askedHistory" | "decidedHistory" | "registration",
  Row[]
>;

/** The same rows again, in as many transactions: first all are asked, then all are decided. */
async function rawSpeed({ databaseUrl, rawUrl }: Place, batchId: number): Promise<number> {
  const [from, into] = [await openRaw(databaseUrl), await openRaw(rawUrl)];
  const written = await writtenBy(from, batchId);
  const taken = await msOf(() => write(into, written));
  await Promise.all([from.close(), into.close()]);
  return (written.request.length / taken) * 1000;
}

const decidedColumns =
  "id, status, message, expires, registration_id, synced_at, decided_by, open_request, open_kind, version";

async function writtenBy(from: Raw, batchId: number): Promise<Written> {
  const whose = `select contact_id from request where batch_id = ${batchId}`;
  const history = await from.rows(
    `select * from property_history where contact_id in (${whose}) and source = 'engine' order by contact_id, id`,
  );
  const isFirst = (at: number) => history[at]?.["contact_id"] !== history[at - 1]?.["contact_id"];
  const registrations = `select registration_id from contact where id in (${whose})`;
  return {
    request: await from.rows(`select * from request where batch_id = ${batchId} order by receipt`),
    asked: await from.rows(`select * from event where contact_id in (${whose}) and kind = 'requested' order by number`),
    decided: await from.rows(`select * from event where contact_id in (${whose}) and kind = 'decided' order by number`),
    contact: await from.rows(`select ${decidedColumns} from contact where id in (${whose}) order by id`),
    askedHistory: history.filter((_, at) => isFirst(at)),
    decidedHistory: history.filter((_, at) => !isFirst(at)),
    registration: await from.rows(`select * from registration where id in (${registrations}) order by id`),
  };
}

const atOnce = 100;

async function write(into: Raw, written: Written): Promise<void> {
  const { request, contact } = written;
  for (const [at, some] of chunksOf(request, atOnce).entries()) {
    const those = (rows: readonly Row[]) => rows.slice(at * atOnce, (at + 1) * atOnce);
    await into.transaction(async () => {
      await into.insert(
        "request",
        some.map((row) => ({ ...row, ...undecided })),
      );
      await into.insert("event", those(written.asked));
      await into.update(
        "contact",
        some.map(({ contact_id: id, receipt }) => ({ id, open_request: receipt, open_kind: "manual" })),
      );
      await into.insert("property_history", those(written.askedHistory));
    });
  }
  for (const [at, some] of chunksOf(request, atOnce).entries()) {
    const those = (rows: readonly Row[]) => rows.slice(at * atOnce, (at + 1) * atOnce);
    await into.transaction(async () => {
      await into.update("request", some);
      await into.insert("event", those(written.decided));
      await into.insert("registration", those(written.registration));
      await into.update("contact", those(contact));
      await into.insert("property_history", those(written.decidedHistory));
    });
  }
}

const undecided = {
  state: "open",
  outcome: null,
  findings: null,
  policy_version: null,
  suffix_list: null,
  picked_up_at: null,
  decided_at: null,
};
