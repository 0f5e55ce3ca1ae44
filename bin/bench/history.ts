import { fileURLToPath } from "node:url";
import { z } from "zod";
import { run } from "../processes.mjs";
import { environment, type Stage } from "./act.ts";
import { served } from "./copy.ts";
import type { Place } from "./places.ts";
import { alone, type Line } from "./report.ts";

const Told = z.object({
  requests: z.number(),
  simulation: z.array(z.number()),
  preflight: z.object({ contacts: z.number(), times: z.array(z.number()) }),
  lists: z.array(z.object({ size: z.number(), times: z.array(z.number()) })),
});

/** The long past: a policy simulated over all of it, and who was in a list once. The last part, since it leaves it behind. */
export async function historyLines(place: Place, { portalId }: Stage, contacts: number): Promise<Line[]> {
  const script = fileURLToPath(import.meta.resolve("./past.ts"));
  const { code, output } = await run(served.node, [script, String(contacts), String(portalId)], {
    env: environment(place),
  });
  if (code !== 0) throw new Error(`The past could not be told. ${output}`);
  const { requests, simulation, preflight, lists } = Told.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
  return [
    alone(`preflight of ${preflight.contacts.toLocaleString("en-US")} contacts (dry run)`, preflight.times, "ms"),
    alone(`policy simulated over ${requests.toLocaleString("en-US")} requests`, simulation, "ms"),
    ...lists.map(({ size, times }) => alone(`list as of then, ${size.toLocaleString("en-US")} contacts`, times, "ms")),
  ];
}
