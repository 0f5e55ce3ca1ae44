import { Temporal } from "temporal-polyfill";
import type { Property } from "#lib/properties/registry.ts";

// People type times as their clocks say them; what is kept is UTC. Without JavaScript the browser cannot say which zone it
// is in, so the portal's zone stands for all its people.

type Typed = Pick<Property, "type">;

/** The value as its field shows it: a time as the portal's clock said it, "2026-05-06T10:30". */
export function inputValue({ type }: Typed, value: string, timeZone: string): string {
  const at = Date.parse(value);
  if (type !== "date-time" || Number.isNaN(at)) return value;
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return shown.toString({ smallestUnit: "minute" });
}

const localTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** What was typed into a field as it is to be read: a time without a zone is the portal's. `before` is what is kept now. */
export function typedValue(
  property: Typed,
  typed: string,
  { before, timeZone }: { before: string; timeZone: string },
): string {
  if (property.type !== "date-time" || !localTime.test(typed)) return typed;
  // In the hour that comes twice, a field that was left alone must not move the time.
  if (typed === inputValue(property, before, timeZone)) return before;
  return utcOf(typed, timeZone) ?? typed;
}

function utcOf(typed: string, timeZone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(typed)
      .toZonedDateTime(timeZone)
      .toInstant()
      .toString({ smallestUnit: "minute" });
  } catch {
    // 31 February: the property says what is wrong with it.
    return null;
  }
}
