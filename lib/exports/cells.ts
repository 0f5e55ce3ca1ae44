import { type Kept, keptValue } from "#lib/contacts/column-values.ts";
import { standing } from "#lib/contacts/columns.ts";
import { standingInWords, standingMark } from "#lib/contacts/standing.ts";
import { type Day, minuteIn } from "#lib/day.ts";
import { chosenOf, optionLabel } from "#lib/properties/options.ts";
import type { Property } from "#lib/properties/registry.ts";
import { isDate } from "#lib/properties/value.ts";

/** What stands in a cell of a file: a text, a number, a day ("2026-05-06"), or a minute in the portal's zone ("2026-05-06 14:30"). */
export type Cell = { kind: "text" | "number" | "day" | "minute"; value: string };

export type ExportedContact = Kept & { name: string };
export type Reader = { timeZone: string; today: Day };

/** A row of the file: the name, then what the columns show. Options are told by their labels, as an import reads them too. */
export function cellsOf(contact: ExportedContact, properties: readonly Property[], reader: Reader): Cell[] {
  return [textCell(contact.name), ...properties.map((property) => cellOf(property, contact, reader))];
}

function cellOf(property: Property, contact: ExportedContact, { timeZone, today }: Reader): Cell {
  if (property.name === standing) return textCell(standingInWords(standingMark(contact, today)));
  const value = keptValue(property.name, contact, timeZone);
  switch (property.type) {
    case "number":
      return value === "" || !Number.isFinite(Number(value)) ? textCell(value) : { kind: "number", value };
    case "date":
      return isDate(value) ? { kind: "day", value } : textCell(value);
    case "date-time": {
      const at = Date.parse(value);
      return Number.isNaN(at) ? textCell(value) : { kind: "minute", value: minuteIn(timeZone, at) };
    }
    case "choice":
    case "choices":
    case "boolean":
      return textCell(
        chosenOf(property, value)
          .map((each) => optionLabel(property, each))
          .join("; "),
      );
    default:
      return textCell(value);
  }
}

export function textCell(value: string): Cell {
  return { kind: "text", value };
}
