import { no, type Result, yes } from "#lib/result.ts";

/** What a portal's admin says of its records. */
export type ContactSettings = {
  /** Whether a form that a contact sends may take back that it opted out of e-mail. */
  formsOptIn: boolean;
  /** What opting out means in this portal, for those who press the button; '' for nothing to say. */
  emailNote: string;
  /** Where the portal's Salesforce is, "https://acme.my.salesforce.com"; '' for none. */
  salesforce: string;
  /** The properties that a public URL shows, by name. */
  shared: readonly string[];
};

/** What holds until an admin says something else: nothing of a contact is shown but its name and company. */
export const settingsAtFirst: ContactSettings = {
  formsOptIn: false,
  emailNote: "",
  salesforce: "",
  shared: ["firstname", "lastname", "company"],
};

export const longestNote = 500;

// The two places of a portal's own at Salesforce; a login page or somebody's look-alike is neither.
const ofSalesforce = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*\.(my\.salesforce\.com|lightning\.force\.com)$/;

/** The address as it is kept, from whatever page of it was pasted; '' for none. */
export function readSalesforce(typed: string): Result<string, "not-salesforce"> {
  const given = typed.trim();
  if (given === "") return yes("");
  const read = URL.parse(given.includes("://") ? given : `https://${given}`);
  if (read?.protocol !== "https:" || read.username !== "" || read.port !== "") return no("not-salesforce");
  return ofSalesforce.test(read.hostname) ? yes(read.origin) : no("not-salesforce");
}

/** Where a record stands in Salesforce, or what is missing to get there. */
export type InSalesforce = { at: "there"; href: string } | { at: "no-address" } | { at: "no-id" };

export function inSalesforce(address: string, id: string): InSalesforce {
  if (address === "") return { at: "no-address" };
  if (id === "") return { at: "no-id" };
  const path = address.endsWith(".lightning.force.com") ? `/lightning/r/${id}/view` : `/${id}`;
  return { at: "there", href: `${address}${path}` };
}

type Values = Readonly<Record<string, string>>;

/** What a form may change of a contact: where the portal does not allow it, an opt-out stays. */
export function asFormsMay(asked: Values, before: Values, { formsOptIn }: Pick<ContactSettings, "formsOptIn">): Values {
  const takesBack = before["email_opt_out"] === "true" && (asked["email_opt_out"] ?? "true") !== "true";
  if (formsOptIn || !takesBack) return asked;
  const { email_opt_out: _optOut, email_opt_reason: _reason, ...rest } = asked;
  return rest;
}
