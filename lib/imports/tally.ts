import { longestRepaired } from "#lib/imports/repairs.ts";
import type { Fault } from "#lib/imports/read-row.ts";

/** What the rows of a file were found to be, before anything is written. The four and `failed` make up `rows`. */
export type Tally = {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  /** Rows whose e-mail stood in an earlier row: they change the contact of that one. */
  repeated: number;
  failed: number;
  problems: readonly ProblemCount[];
};

/** How many rows have this problem in this column, -1 for the whole row. */
export type ProblemCount = { column: number; kind: string; rows: number };

/** A value that a column cannot take. `value` is '' where it is too long to be told, or the whole row is at fault. */
export type ProblemGroup = {
  place: number;
  column: number;
  kind: string;
  value: string;
  rows: number;
  firstRow: number;
};

export const emptyTally: Tally = { rows: 0, create: 0, update: 0, unchanged: 0, repeated: 0, failed: 0, problems: [] };

/** So many are kept one by one, so that a file of nothing but faults costs no more than others; all of them are counted. */
export const mostListed = 1_000;

export type ProblemBook = {
  note(row: number, faults: readonly Fault[]): void;
  counts(): ProblemCount[];
  /** The groups that are new or have grown since this was last asked. */
  grown(): ProblemGroup[];
};

/** Keeps count of problems by kind and by value, from where an earlier check has left it. */
export function problemBook(counted: readonly ProblemCount[], listed: readonly ProblemGroup[]): ProblemBook {
  const counts = new Map(counted.map((each) => [`${each.column} ${each.kind}`, { ...each }]));
  const groups = new Map(listed.map((each) => [keyOf(each), { ...each }]));
  const grown = new Set<ProblemGroup>();
  return {
    note(row, faults) {
      for (const { column, kind, value } of faults) {
        const count = counts.get(`${column} ${kind}`) ?? { column, kind, rows: 0 };
        counts.set(`${column} ${kind}`, { ...count, rows: count.rows + 1 });
        const told = value.length > longestRepaired ? "" : value;
        const key = keyOf({ column, kind, value: told });
        const group = groups.get(key) ?? { place: groups.size + 1, column, kind, value: told, rows: 0, firstRow: row };
        if (group.place > mostListed) continue;
        group.rows += 1;
        groups.set(key, group);
        grown.add(group);
      }
    },
    counts: () => [...counts.values()].toSorted((a, b) => a.column - b.column || b.rows - a.rows),
    grown() {
      const all = [...grown];
      grown.clear();
      return all;
    },
  };
}

function keyOf({ column, kind, value }: Pick<ProblemGroup, "column" | "kind" | "value">): string {
  return `${column} ${kind} ${value}`;
}
