import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Option, Property } from "#lib/properties/registry.ts";

/** Where the value of a field stands: in the contact's values, in a column of its own, in the lists it is in, in the forms it sent. */
export type Source =
  | { from: "value"; name: string; ownId?: number }
  | {
      from: "column";
      column: "emailKey" | "companyKey" | "lifecycleStage" | "domainKey" | "status" | "expires" | "openKind";
    }
  | { from: "count"; column: "conversions" }
  | { from: "instant"; column: "createdAt" | "lastConversionAt" }
  | { from: "lists" }
  | { from: "forms" };

export type FieldType = "text" | "number" | "date" | "date-time" | "choice" | "choices" | "boolean" | "list" | "form";

/** What a rule may ask of a contact. Anything that is not one of these is refused by name. */
export type Field = {
  name: string;
  label: string;
  group: string;
  type: FieldType;
  source: Source;
  options?: readonly Option[];
  /** A property that is no longer filled. */
  archived?: true;
};

export type Fields = { all: readonly Field[]; named: (name: string) => Field | undefined };

/** The fields of a portal: its properties, and what the program knows of a contact beside them. */
export function fieldsOf(set: PropertySet): Fields {
  const labels = new Map(set.groups.map(({ name, label }) => [name, label]));
  const ofProperties = set.all.flatMap((property) => {
    const source = sourceOf(property);
    return source === null ? [] : [fieldFrom(property, source, labels.get(property.group) ?? "")];
  });
  const all = [...ofProperties, ...beside];
  const byName = new Map(all.map((field) => [field.name, field]));
  return { all, named: (name) => byName.get(name) };
}

const beside: readonly Field[] = [
  {
    name: "domain",
    label: "Domain of the website",
    group: "Partner Registration Information",
    type: "text",
    source: { from: "column", column: "domainKey" },
  },
  {
    name: "created_on",
    label: "Created on",
    group: "Contact activity",
    type: "date-time",
    source: { from: "instant", column: "createdAt" },
  },
  {
    name: "last_conversion_on",
    label: "Last form sent on",
    group: "Contact activity",
    type: "date-time",
    source: { from: "instant", column: "lastConversionAt" },
  },
  { name: "form", label: "Form", group: "Contact activity", type: "form", source: { from: "forms" } },
  { name: "list", label: "List", group: "Contact activity", type: "list", source: { from: "lists" } },
];

const registrationStatus: readonly Option[] = [
  { value: "REGISTERED", label: "Registered" },
  { value: "UNAVAILABLE", label: "Unavailable" },
  { value: "INVALID_DATA", label: "Invalid Data" },
];

const registrationAction: readonly Option[] = [
  { value: "manual", label: "Request Registration" },
  { value: "automatic", label: "Waiting by itself" },
];

function fieldFrom({ type, options, archived, ...property }: Property, source: Source, group: string): Field {
  const { name, label } = property;
  const kept = { ...(options === undefined ? {} : { options }), ...(archived === undefined ? {} : { archived }) };
  const field = { name, label, group, type: fieldType(type), source, ...kept };
  switch (name) {
    case "registration_status":
      return { ...field, type: "choice", options: registrationStatus };
    case "registration_action":
      return { ...field, type: "choice", options: registrationAction };
    case "registration_expiration_date":
      return { ...field, type: "date" };
    default:
      return field;
  }
}

/** The message is made from the status and the date: a rule asks for those. */
function sourceOf({ name, ownId }: Property): Source | null {
  switch (name) {
    case "registration_message":
      return null;
    case "registration_status":
      return { from: "column", column: "status" };
    case "registration_action":
      return { from: "column", column: "openKind" };
    case "registration_expiration_date":
      return { from: "column", column: "expires" };
    case "email":
      return { from: "column", column: "emailKey" };
    case "company":
      return { from: "column", column: "companyKey" };
    case "lifecyclestage":
      return { from: "column", column: "lifecycleStage" };
    case "conversion_events":
      return { from: "count", column: "conversions" };
    default:
      return { from: "value", name, ...(ownId === undefined ? {} : { ownId }) };
  }
}

function fieldType(type: Property["type"]): FieldType {
  return type === "email" || type === "phone" || type === "url" ? "text" : type;
}
