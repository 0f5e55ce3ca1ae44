import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { begin, end, run } from "../processes.mjs";
import { copyFolder, served } from "./copy.ts";
import { clientOf, type Client } from "./http.ts";
import { median } from "./measure.ts";
import type { Place } from "./places.ts";

const Portal = z.object({ portalId: z.number(), cookie: z.string() });
const Stage = Portal.extend({
  /** How many of the portal's own; with them each contact has seats (own-lists.ts). */
  lists: z.number(),
  middleId: z.number(),
  oneEmail: z.string(),
  someIds: z.array(z.number()),
  bulk: z.number(),
  imports: z.array(Portal),
});
/** Who and what stands in the database: a portal of many contacts with somebody signed in, and empty ones for imports. */
export type Stage = z.infer<typeof Stage>;

/** How many contacts, and how many lists of the portal's own. */
export type Size = { contacts: number; lists: number };

/** Fills the place's two databases. */
export async function setStage(place: Place, { contacts, lists }: Size): Promise<Stage> {
  process.stdout.write(`Storing ${contacts.toLocaleString("en-US")} contacts on ${place.inWords} …\n`);
  const script = fileURLToPath(import.meta.resolve("./stage.ts"));
  const { code, output } = await run(served.node, [script, String(contacts), String(lists)], {
    env: environment(place),
  });
  if (code !== 0) throw new Error(`The contacts could not be stored.\n${output}`);
  await place.copyForRaw();
  return Stage.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
}

/** The program as it is served, in a process of its own. */
export type Served = {
  origin: string;
  /** From the start of the process until it listens. */
  readyMs: number;
  client: (cookie: string, connections?: number) => Client;
  memory: () => Memory;
  forgetPeak: () => void;
  stop: () => Promise<void>;
};

/** Resident MB now, and at most since `forgetPeak`; NaN where there is no /proc. */
type Memory = { now: number; peak: number };

export async function serve(place: Place): Promise<Served> {
  const begun = performance.now();
  const server = begin(served.node, [served.script], {
    cwd: copyFolder,
    env: environment(place),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => server.once("close", () => done()));
  const origin = await new Promise<string>((known, fail) => {
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const port = /ready: http:\/\/localhost:(\d+)/.exec(text)?.[1];
      if (port !== undefined) known(`http://127.0.0.1:${port}`);
    });
    void ended.then(() => fail(new Error("The program did not start.")));
  });
  const pid = server.pid ?? 0;
  return {
    origin,
    readyMs: performance.now() - begun,
    client: (cookie, connections) => clientOf(origin, cookie, connections),
    memory: () => memoryOf(pid),
    forgetPeak: () => forgetPeak(pid),
    async stop() {
      end(server, "SIGTERM");
      await ended;
    },
  };
}

/** The median of some starts, each ended again. */
export async function coldStart(place: Place): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { readyMs, stop } = await serve(place);
    times.push(readyMs);
    await stop();
  }
  return median(times);
}

export function environment({ databaseUrl }: Place): NodeJS.ProcessEnv {
  const ours = /^(DIBS_.*|DATABASE_URL|PORT)$/;
  const others = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return { ...others, NODE_ENV: "production", DATABASE_URL: databaseUrl, PORT: "0", DIBS_DEMO: "0", DIBS_LOG: "warn" };
}

function memoryOf(pid: number): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // Then the peak is the one since the start, which is no smaller.
  }
}
