import type { BulkChange, EditLine } from "#lib/bulk/change.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { figure } from "#lib/words.ts";

/** How values are shown: by the portal's properties, in its zone. */
export type Labels = { set: Pick<PropertySet, "named">; timeZone: string };

/** What is done to each contact, a sentence for each part of it; of a deletion there is no more to say. */
export function changeInWords(change: BulkChange, { set, timeZone }: Labels): string[] {
  switch (change.kind) {
    case "edit":
      return change.lines.map((line) => lineInWords(line, { set, timeZone }));
    case "join":
      return [`Add to the list “${change.list}”`];
    case "leave":
      return [`Remove from the list “${change.list}”`];
    case "delete":
      return [];
  }
}

function lineInWords({ property, way, value }: EditLine, { set, timeZone }: Labels): string {
  const label = labelIn(set, property);
  const shown = shownValue(set.named(property), value, timeZone);
  switch (way) {
    case "set":
      return `Set ${label} to “${shown}”`;
    case "fill":
      return `Set ${label} to “${shown}” where it is blank`;
    case "clear":
      return `Clear ${label}`;
    case "add":
      return `Add “${shown}” to ${label}`;
    case "take":
      return `Take “${shown}” out of ${label}`;
  }
}

/** The button that does it, with how many it is for: "Change 1,204 contacts". */
export function pressInWords(change: Pick<BulkChange, "kind">, many: number): string {
  const contacts = many === 1 ? "1 contact" : `${figure(many)} contacts`;
  switch (change.kind) {
    case "edit":
      return `Change ${contacts}`;
    case "join":
      return `Add ${contacts}`;
    case "leave":
      return `Remove ${contacts}`;
    case "delete":
      return `Delete ${contacts}`;
  }
}

/** What was done, as a heading: "Edit", "Add to a list". */
export const kindInWords: Record<BulkChange["kind"], string> = {
  edit: "Edit",
  join: "Add to a list",
  leave: "Remove from a list",
  delete: "Delete",
};
