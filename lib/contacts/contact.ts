import { type NoMail, noMailOf } from "#lib/contacts/no-mail.ts";
import type { RegistrationState } from "#lib/lists/partner-lists.ts";
import { readDomain } from "#lib/sales/domain.ts";

/** What people typed, by property name; a blank property is left out. */
export type Values = Readonly<Record<string, string>>;

export type Trigger = "created" | "imported" | "conversion" | "repaired" | "moved";

/** A contact as it is stored. The registration part is written by the engine alone. */
export type Contact = RegistrationState & {
  id: number;
  portalId: number;
  values: Values;
  name: string;
  email: string;
  company: string;
  nameKey: string;
  emailKey: string;
  companyKey: string;
  lifecycleStage: string;
  domainKey: string;
  search: string;
  folded: Values;
  noMail: NoMail;
  createdAt: number;
  version: number;
  conversions: number;
  lastConversionAt: number | null;
  importId: number | null;
  trigger: Trigger | null;
  message: string;
  expires: string;
  shortfalls: number;
  failed: string;
  syncedAt: number | null;
  registrationId: number | null;
  openKind: "manual" | "automatic" | null;
  decidedBy: number | null;
};

/** The part of a contact that is made from its values: sort keys, search text, domain. */
function keysOf(values: Values) {
  const email = values["email"] ?? "";
  const company = values["company"] ?? "";
  const fullName = [values["firstname"], values["lastname"]].filter(Boolean).join(" ");
  const name = fullName || email;
  const domain = readDomain(values["website"] ?? "");
  return {
    name,
    email,
    company,
    nameKey: name.toLowerCase(),
    emailKey: emailKeyOf(email),
    companyKey: company.toLowerCase(),
    lifecycleStage: values["lifecyclestage"] ?? "",
    domainKey: domain.ok ? domain.key : "",
    search: `${name}\n${email}\n${company}\n${values["website"] ?? ""}`.toLowerCase(),
    folded: foldedOf(values),
    noMail: noMailOf(values),
  };
}

/** What rules of lists compare: every value in lower case. */
export function foldedOf(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.toLowerCase()]));
}

/** Two spellings of one address are one contact: trimmed, lower case, nothing folded. */
export function emailKeyOf(email: string): string {
  return email.trim().toLowerCase();
}

export const unregistered = {
  status: "",
  message: "",
  expires: "",
  shortfalls: 0,
  failed: "",
  registrationId: null,
  lapsedOn: "",
} as const satisfies Partial<Contact>;

/** A contact that nobody has asked anything about yet. */
export function newContact(given: { id: number; portalId: number; values: Values; createdAt: number }): Contact {
  return {
    ...given,
    ...keysOf(given.values),
    ...unregistered,
    version: 1,
    conversions: 0,
    lastConversionAt: null,
    importId: null,
    trigger: null,
    syncedAt: null,
    openRequest: null,
    openKind: null,
    decidedBy: null,
  };
}

/**
 * The contact with other values. Another domain takes the contact off its registration, which stays with the portal
 * (event E19); the same domain in another spelling changes nothing (E18).
 */
export function withValues(contact: Contact, values: Values): Contact {
  const keys = keysOf(values);
  const moved = keys.domainKey !== contact.domainKey;
  return {
    ...contact,
    values,
    ...keys,
    ...(moved ? unregistered : {}),
    version: contact.version + 1,
    trigger: triggerOf(contact, values, moved),
  };
}

const neededToRegister = ["firstname", "lastname", "email", "website", "company"];

function triggerOf(contact: Contact, values: Values, moved: boolean): Trigger | null {
  if (moved && contact.openRequest !== null) return "moved";
  const mended = neededToRegister.some((name) => (values[name] ?? "") !== (contact.values[name] ?? ""));
  return contact.status === "INVALID_DATA" && mended ? "repaired" : contact.trigger;
}

export type Change = readonly [property: string, before: string, after: string];

/** Every property that differs, the four of the registration included; `null` is a contact that is not there. */
export function changesBetween(before: Contact | null, after: Contact): Change[] {
  const changes: Change[] = [];
  for (const name of new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after.values)])) {
    add(changes, name, before?.values[name] ?? "", after.values[name] ?? "");
  }
  const was = before === null ? undefined : registrationProperties(before);
  for (const [name, value] of Object.entries(registrationProperties(after))) {
    add(changes, name, was?.[name] ?? "", value);
  }
  return changes;
}

function add(changes: Change[], name: string, before: string, after: string): void {
  if (before !== after) changes.push([name, before, after]);
}

/** The four properties of the group Partner Registration Information, by their names on the wire (decision D14). */
export function registrationProperties(
  contact: Pick<Contact, "openKind" | "expires" | "status" | "message">,
): Record<string, string> {
  return {
    registration_action: contact.openKind === "manual" ? "REQUEST_REGISTRATION" : "",
    registration_expiration_date: contact.expires,
    registration_status: contact.status,
    registration_message: contact.message,
  };
}
