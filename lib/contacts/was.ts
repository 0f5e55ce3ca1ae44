import { type Contact, newContact, type Values } from "#lib/contacts/contact.ts";

/** What of a deleted contact does not follow from its values, and the static lists that it was in. */
export type Was = Pick<
  Contact,
  | "createdAt"
  | "version"
  | "conversions"
  | "lastConversionAt"
  | "importId"
  | "status"
  | "message"
  | "expires"
  | "lapsedOn"
  | "registrationId"
  | "syncedAt"
  | "decidedBy"
  | "openRequest"
  | "openKind"
> & { lists: readonly number[] };

/** Days in which a deleted contact can be restored. */
export const restorableDays = 90;

export function wasOf(contact: Contact, lists: readonly number[]): Was {
  const { createdAt, version, conversions, lastConversionAt, importId, syncedAt, decidedBy } = contact;
  const { status, message, expires, lapsedOn, registrationId, openRequest, openKind } = contact;
  const registration = { status, message, expires, lapsedOn, registrationId, openRequest, openKind };
  return { createdAt, version, conversions, lastConversionAt, importId, syncedAt, decidedBy, ...registration, lists };
}

type Buried = { contactId: number; portalId: number; values: Values; deletedAt: number; was: Was | null };

/** The contact at its last moment. Of one whose tombstone has nothing but values, only they come back. */
export function asItWas({ contactId: id, portalId, values, deletedAt, was }: Buried): Contact {
  const fresh = newContact({ id, portalId, values, createdAt: was?.createdAt ?? deletedAt });
  if (was === null) return { ...fresh, conversions: Number(values["conversion_events"] ?? 0) };
  const { lists: _, ...kept } = was;
  return { ...fresh, ...kept };
}
