import type { AskedField } from "#lib/forms/form.ts";

/** What a visitor's browser is sent of a form. */
export type ShownForm = {
  publicId: string;
  /** Its heading, or its name where it has none. */
  heading: string;
  intro: string;
  button: string;
  fields: readonly AskedField[];
  portalName: string;
};

type Whole = ShownForm & { name: string };

export function shownOf({ publicId, heading, name, intro, button, fields, portalName }: Whole): ShownForm {
  return { publicId, heading: heading || name, intro, button, fields, portalName };
}

const purposes: Readonly<Record<string, string>> = {
  firstname: "given-name",
  lastname: "family-name",
  email: "email",
  phone: "tel",
  mobilephone: "tel",
  jobtitle: "organization-title",
  company: "organization",
  website: "url",
  address: "street-address",
  city: "address-level2",
  state: "address-level1",
  zip: "postal-code",
  country: "country-name",
};

/** What the browser may fill in, by the words of HTML. */
export function purposeOf(property: string): string | undefined {
  return Object.hasOwn(purposes, property) ? purposes[property] : undefined;
}
