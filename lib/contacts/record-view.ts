import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";

export type RecordView = {
  /** Decimal on the wire (decision D15). */
  id: string;
  createdAt: string;
  version: number;
  /** Receipt of the request that waits for its decision. */
  openRequest: string | null;
  properties: Readonly<Record<string, string>>;
};

/** A contact as clients see it: every property as a string, the four of the registration among them. */
export function recordView(contact: Contact): RecordView {
  return {
    id: String(contact.id),
    createdAt: new Date(contact.createdAt).toISOString(),
    version: contact.version,
    openRequest: contact.openRequest === null ? null : String(contact.openRequest),
    properties: { ...contact.values, ...registrationProperties(contact) },
  };
}
