import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";
import type { Day } from "#lib/day.ts";
import { askedOfNew, type PropertySet } from "#lib/properties/property-set.ts";
import { inputValue } from "#lib/properties/input.ts";
import type { Property } from "#lib/properties/registry.ts";
import { shownValue } from "#lib/properties/shown-value.ts";

type Standing = Pick<Contact, "status" | "message" | "openKind" | "expires" | "shortfalls" | "lapsedOn">;

/** `typed` is what its field begins with, `shown` the same for people. */
export type PreviewLine = { property: Property; typed: string; shown: string; writable: boolean };

/** What of a contact is seen without opening it: the registration, and the properties that the portal works with. */
export type ContactPreview = Pick<Contact, "id" | "name" | "company"> &
  Standing & { today: Day; lines: readonly PreviewLine[] };

/** `also` names one more property to show; '' for none. */
type Told = { set: PropertySet; today: Day; timeZone: string; also: string };

export function contactPreview(contact: Contact, { set, today, timeZone, also }: Told): ContactPreview {
  const values = { ...contact.values, ...registrationProperties(contact) };
  const asked = askedOfNew(set);
  const more = [...set.starred, ...set.all.filter(({ name }) => name === also)];
  const shown = [...new Set([...asked, ...more])];
  const { id, name, company, status, message, openKind, expires, shortfalls, lapsedOn } = contact;
  const lines = shown.map((property) => {
    const value = values[property.name] ?? "";
    return {
      property,
      typed: inputValue(property, value, timeZone),
      shown: shownValue(property, value, timeZone),
      writable: set.writable.includes(property),
    };
  });
  return { id, name, company, status, message, openKind, expires, shortfalls, lapsedOn, today, lines };
}
