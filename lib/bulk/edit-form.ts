import type { EditLine, Way } from "#lib/bulk/change.ts";
import { typedValue } from "#lib/properties/input.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";
import { readValue, valueRefused } from "#lib/properties/value.ts";

/** Everything that an address says under a name; nothing for a name that is not in it. */
export type ReadAll = (name: string) => readonly string[];

export type FormLine = {
  property: Property;
  way: Way;
  typed: string;
  line: EditLine | null;
  fault: string | undefined;
};

const mostLines = 20;

/** The names of a line's inputs. */
export const wayOf = (property: Pick<Property, "name">) => `way.${property.name}`;
export const valueOf = (property: Pick<Property, "name">) => `value.${property.name}`;

/** The names that the form of an edit sends for itself; every other parameter says whom it means. */
export function isOfEdit(name: string): boolean {
  return ["property", "take-out", "look", "wait"].includes(name) || /^(way|value)\./.test(name);
}

/** The lines of the form: what is done to which property, and what is wrong with it once somebody `looked`. */
export function readLines(
  read: ReadAll,
  { writable }: Pick<PropertySet, "writable">,
  { timeZone, looked }: { timeZone: string; looked: boolean },
): FormLine[] {
  const [gone] = read("take-out");
  const names = [...new Set(read("property"))].filter((name) => name !== gone).slice(0, mostLines);
  return names
    .flatMap((name) => writable.find((property) => property.name === name) ?? [])
    .map((property) => {
      const way = waysFor(property).find((each) => each === read(wayOf(property))[0]) ?? "set";
      const typed = typedIn(read, property, timeZone);
      const { line, fault } = lineFrom(property, way, typed);
      return { property, way, typed, line, fault: looked ? fault : undefined };
    });
}

export function waysFor({ type }: Pick<Property, "type">): Way[] {
  return type === "choices" ? ["set", "fill", "add", "take", "clear"] : ["set", "fill", "clear"];
}

export const wayInWords: Record<Way, string> = {
  set: "Set to",
  fill: "Set where it is blank",
  add: "Add these options",
  take: "Take these options out",
  clear: "Clear",
};

function typedIn(read: ReadAll, property: Property, timeZone: string): string {
  const typed = read(valueOf(property)).filter(Boolean).join(";");
  return typedValue(property, typed, { before: "", timeZone });
}

function lineFrom(property: Property, way: Way, typed: string): Pick<FormLine, "line" | "fault"> {
  const { name, label } = property;
  if (way === "clear") return { line: { property: name, way, value: "" }, fault: undefined };
  const value = readValue(property, typed);
  if (!value.ok) return { line: null, fault: valueRefused(label, value.no, property) };
  if (value.value === "") return { line: null, fault: `Enter a value for ${label}, or choose Clear.` };
  return { line: { property: name, way, value: value.value }, fault: undefined };
}
