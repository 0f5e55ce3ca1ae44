import type { BulkChange } from "#lib/bulk/change.ts";
import { csvLine, csvMark } from "#lib/csv-line.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";

/** What stands before and after, by the name under which a row keeps it. */
type Column = { name: string; label: string };

export function columnsOf(change: BulkChange, set: Pick<PropertySet, "named">): Column[] {
  switch (change.kind) {
    case "edit":
      return change.lines.map(({ property: name }) => ({ name, label: labelIn(set, name) }));
    case "join":
    case "leave":
      return [{ name: "list", label: `In ${change.list}` }];
    case "delete":
      return [{ name: "contact", label: "Contact" }];
  }
}

export function resultHeadings(columns: readonly Column[]): string {
  const pairs = columns.flatMap(({ label }) => [`${label}: before`, `${label}: after`]);
  return `${csvMark}${csvLine(["Contact ID", "Name", "Email", "Outcome", "Reason", ...pairs, "Undo", "Undo reason"])}`;
}

type Row = {
  contactId: number;
  name: string;
  email: string;
  outcome: "changed" | "unchanged" | "refused";
  reason: string;
  values: readonly (readonly [name: string, before: string, after: string])[];
  undo: "" | "put-back" | "left";
  undoReason: string;
};

const outcomes = { changed: "Changed", unchanged: "Unchanged already", refused: "Refused" } as const;
const undoings = { "": "", "put-back": "Put back", left: "Left" } as const;

export function resultLine(columns: readonly Column[], row: Row): string {
  const values = new Map(row.values.map(([name, before, after]) => [name, [before, after]]));
  const pairs = columns.flatMap(({ name }) => values.get(name) ?? ["", ""]);
  const { contactId, name, email, outcome, reason, undo, undoReason } = row;
  return csvLine([String(contactId), name, email, outcomes[outcome], reason, ...pairs, undoings[undo], undoReason]);
}
