import { reasonHeading } from "#lib/imports/failed-file.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";

/** A column that is taken over: its place in the file, its heading, and the property it goes to. */
export type MatchedColumn = { at: number; heading: string; property: Property };

type Named = Pick<PropertySet, "named">;

export function matchedColumns(
  columns: readonly string[],
  matches: readonly string[],
  { named }: Named,
): MatchedColumn[] {
  return columns.flatMap((heading, at) => {
    const property = named(matches[at] ?? "");
    return property === undefined || property.owned || property.archived ? [] : [{ at, heading, property }];
  });
}

export type MatchFault = "wrong-columns" | "not-writable" | "nothing-matched" | "property-twice";

/** What keeps an import from starting. Properties are refused by name: nobody chooses them but from our own list. */
export function faultOf(columns: readonly string[], matches: readonly string[], set: Named): MatchFault | null {
  if (matches.length !== columns.length) return "wrong-columns";
  const chosen = matches.filter((match) => match !== "");
  if (matchedColumns(columns, matches, set).length !== chosen.length) return "not-writable";
  if (chosen.length === 0) return "nothing-matched";
  return new Set(chosen).size === chosen.length ? null : "property-twice";
}

/** "“Phone 1” and “Phone 2” go to Phone Number: …" for each property that is chosen more than once. */
export function doublesOf(columns: readonly string[], matches: readonly string[], set: Named): string[] {
  const byProperty = Map.groupBy(matchedColumns(columns, matches, set), ({ property }) => property.label);
  return [...byProperty]
    .filter(([, chosen]) => chosen.length > 1)
    .map(([label, chosen]) => {
      const names = chosen.map(({ heading }) => `“${heading}”`);
      const all = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
      return `${all} go to ${label}. Choose one of them and leave the other out.`;
    });
}

export function hasEmail(matches: readonly string[]): boolean {
  return matches.includes("email");
}

/**
 * Where the columns of a file go that brings failed rows back: where they went before, by their headings. Null when it has
 * others; the column of reasons that we have written ourselves is left out.
 */
export function matchesAgain(
  before: { columns: readonly string[]; matches: readonly string[] },
  columns: readonly string[],
): string[] | null {
  const known = new Map(before.columns.map((heading, at) => [heading, before.matches[at] ?? ""]));
  const found = columns.map((heading, at) =>
    at === columns.length - 1 && heading === reasonHeading ? "" : known.get(heading),
  );
  const matches = found.filter((match) => match !== undefined);
  return matches.length === columns.length ? matches : null;
}
