import { coldStart, serve, setStage, type Size } from "./act.ts";
import { browserLines } from "./browser.ts";
import { bulkLines } from "./bulk.ts";
import { historyLines } from "./history.ts";
import { importLines } from "./import.ts";
import { paceMs } from "./machine.ts";
import { pageLines } from "./pages.ts";
import type { Place } from "./places.ts";
import { alone, type Line, notMeasured } from "./report.ts";
import { screenLines } from "./screens.ts";

/** `only` is the part to measure, or '' for all of them. */
type Asked = Size & { only: string };

/** Everything there is to measure on a store, one after the other. */
export async function benchOn(place: Place, { only, ...size }: Asked): Promise<Line[]> {
  const stage = await setStage(place, size);
  const start = alone("cold start, until it listens", [await coldStart(place)], "ms");
  const served = await serve(place);
  const [lines, paces]: [Line[], number[]] = [[], []];
  const part = async (what: string, work: () => Promise<Line[]>) => {
    if (only !== "" && only !== what) return;
    process.stdout.write(`Measuring: ${what} …\n`);
    paces.push(paceMs());
    lines.push(...(await work().catch((fault: unknown) => [notMeasured(what, fault)])));
  };
  try {
    await part("Contacts home in Chromium", () => browserLines(served, stage));
    await part("screens", () => screenLines(served, stage));
    await part("JSON over HTTP", () => pageLines(served, stage));
    await part("import", () => importLines(place, served, stage));
    await part("bulk requests", () => bulkLines(place, served, stage));
    await part("the past", () => historyLines(place, stage, size.contacts));
    lines.push(start, alone("resident memory after all this", [served.memory().now], "MB"));
    lines.push(alone("pace of the machine: the same two million steps before each part", paces, "ms"));
  } finally {
    await served.stop();
  }
  return lines;
}
