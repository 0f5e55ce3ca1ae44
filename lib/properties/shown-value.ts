import { chosenOf, optionLabel } from "#lib/properties/options.ts";
import type { Property } from "#lib/properties/registry.ts";
import { isDate } from "#lib/properties/value.ts";
import { dateAndTime, longDay } from "#lib/words.ts";

type Shown = Pick<Property, "type" | "options">;

/**
 * A value as people read it: options by their labels, yes or no, days in words, times in the portal's zone. What does not fit
 * its property, or has none any more, is shown as it is kept.
 */
export function shownValue(property: Shown | undefined, value: string, timeZone: string): string {
  switch (property?.type) {
    case "choice":
    case "choices":
    case "boolean":
      return chosenOf(property, value)
        .map((each) => optionLabel(property, each))
        .join(", ");
    case "date":
      return isDate(value) ? longDay(value) : value;
    case "date-time":
      return Number.isNaN(Date.parse(value)) ? value : dateAndTime(Date.parse(value), timeZone);
    default:
      return value;
  }
}
