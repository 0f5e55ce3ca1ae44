import { csvLine, csvMark } from "#lib/csv-line.ts";
import type { Difference } from "#lib/registration/differences.ts";
import type { Span } from "#lib/registration/held.ts";

export const changeNames: Readonly<Record<Difference["change"], string>> = {
  gained: "Gained",
  lost: "Lost",
  dates: "Other dates",
};

const linesAtOnce = 500;

/** A simulation as a file for spreadsheets, some hundred lines at a time. */
export function* simulationFile(
  differences: readonly Difference[],
  nameOf: (portalId: number) => string,
): Generator<string> {
  yield csvMark + csvLine(["Domain", "Who", "Hub ID", "Change", "What happened", "What would have happened"]);
  for (let at = 0; at < differences.length; at += linesAtOnce) {
    const some = differences.slice(at, at + linesAtOnce);
    yield some.map((each) => lineOf(each, nameOf)).join("");
  }
}

function lineOf({ key, portalId, change, really, would }: Difference, nameOf: (portalId: number) => string): string {
  const who = portalId === null ? ["The vendor", ""] : [nameOf(portalId), String(portalId)];
  return csvLine([key, ...who, changeNames[change], spelled(really), spelled(would)]);
}

function spelled(spans: readonly Span[]): string {
  return spans.map(({ from, until }) => `${from} to ${until === "" ? "now" : until}`).join("; ");
}
