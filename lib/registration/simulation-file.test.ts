import { expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { simulationFile } from "#lib/registration/simulation-file.ts";

test("one line a difference, and a name is never a formula", () => {
  const span = { portalId: 7, from: day("2014-05-06"), until: "2015-05-06" };
  const lost = { key: "acme.com", portalId: 7, change: "lost" as const, really: [span], would: [] };
  const pursuit = { portalId: null, from: day("2014-05-06"), until: "" };
  const gained = { key: "acme.com", portalId: null, change: "gained" as const, really: [], would: [pursuit] };
  const text = [...simulationFile([lost, gained], () => '=cmd|"/c calc"!A1, Ltd.')].join("");
  expect(text.split("\r\n")).toEqual([
    "\ufeffDomain,Who,Hub ID,Change,What happened,What would have happened",
    `acme.com,"'=cmd|""/c calc""!A1, Ltd.",7,Lost,2014-05-06 to 2015-05-06,`,
    "acme.com,The vendor,,Gained,,2014-05-06 to now",
    "",
  ]);
});
