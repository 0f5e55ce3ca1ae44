import { type Contact, registrationProperties, type Values } from "#lib/contacts/contact.ts";
import { dayIn } from "#lib/day.ts";
import type { Property } from "#lib/properties/registry.ts";
import { shownValue } from "#lib/properties/shown-value.ts";

/** What of a contact columns are made from. */
export type Kept = Pick<
  Contact,
  | "openKind"
  | "status"
  | "expires"
  | "message"
  | "shortfalls"
  | "lapsedOn"
  | "domainKey"
  | "createdAt"
  | "conversions"
  | "lastConversionAt"
> & { values: Values };

/** What stands in a column, as it is kept: '' where it is blank, days and times as properties keep them. */
export function keptValue(name: string, kept: Kept, timeZone: string): string {
  switch (name) {
    case "created_on":
      return dayIn(timeZone, kept.createdAt);
    case "last_conversion_on":
      return kept.lastConversionAt === null ? "" : dayIn(timeZone, kept.lastConversionAt);
    case "domain":
      return kept.domainKey;
    case "conversion_events":
      return String(kept.conversions);
    case "registration_action":
    case "registration_status":
    case "registration_message":
    case "registration_expiration_date":
      return registrationProperties(kept)[name] ?? "";
    default:
      return Object.hasOwn(kept.values, name) ? (kept.values[name] ?? "") : "";
  }
}

/** The same as people read it on a page. */
export function shownIn(property: Property, kept: Kept, timeZone: string): string {
  return shownValue(property, keptValue(property.name, kept, timeZone), timeZone);
}
