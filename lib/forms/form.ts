import type { Property } from "#lib/properties/registry.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";

/** A property that a form asks for; the label is '' where the property's own will do. */
export type FormField = { property: string; label: string; required: boolean };

/** What a portal decides about a form of its own. */
export type FormDesign = {
  name: string;
  heading: string;
  intro: string;
  button: string;
  thanks: string;
  /** An https address to go to instead of the thank-you page; '' for none. */
  redirect: string;
  fields: readonly FormField[];
  /** Whether what is sent takes the place of what the contact has, or only fills what is empty. */
  fill: "overwrite" | "empty";
  /** '' sets none. */
  lifecycleStage: string;
  /** A static list of the portal. */
  listId: number | null;
  /** The websites that may show the form in a frame; none named is every one. */
  origins: readonly string[];
};

export type FormState = "draft" | "live" | "archived";

/** A field as a visitor sees it. */
export type AskedField = { property: Property; label: string; required: boolean };

export const mostFields = 30;

// What registration needs, so that whoever sends the form can be registered by it.
const askedAtFirst = ["email", "firstname", "lastname", "company", "website"];

export const newDesign: FormDesign = {
  name: "",
  heading: "",
  intro: "",
  button: "Send",
  thanks: "Thank you. We have what you sent.",
  redirect: "",
  fields: askedAtFirst.map((property) => ({ property, label: "", required: property === "email" })),
  fill: "overwrite",
  lifecycleStage: "",
  listId: null,
  origins: [],
};

// What a portal notes about people, or what it may send them, is not for strangers to say.
const keptFromVisitors = new Set(["lifecyclestage", "owner", "salesforce_id", "call_notes", "email_opt_out"]);

/** What a form may ask for: neither what Dibs writes, nor what the portal keeps to itself. */
export function askable({ writable }: Pick<PropertySet, "writable">): Property[] {
  return writable.filter(({ name }) => !keptFromVisitors.has(name));
}

/** The fields as they are asked now; a property that was archived since is left out, and e-mail is always required. */
export function askedFields(fields: readonly FormField[], set: Pick<PropertySet, "writable">): AskedField[] {
  const may = new Map(askable(set).map((property) => [property.name, property]));
  return fields.flatMap(({ property: name, label, required }) => {
    const property = may.get(name);
    if (property === undefined) return [];
    return [{ property, label: label || property.label, required: required || name === "email" }];
  });
}
