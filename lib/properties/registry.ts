import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";

/** `choices` is an enumeration of which several may be chosen; its value is "one;other". */
export type PropertyType =
  | "text"
  | "email"
  | "phone"
  | "url"
  | "number"
  | "date"
  | "date-time"
  | "choice"
  | "choices"
  | "boolean";

export type Option = { value: string; label: string };

/** One property of a contact, as data: a standard one, or one that a portal has made itself. */
export type Property = {
  name: string;
  label: string;
  group: string;
  type: PropertyType;
  hint: string;
  /** Written by the program alone: a person, an import or a client is refused by name. */
  owned?: true;
  options?: readonly Option[];
  /** The least and the most that a number or a date may be; of a text, `most` is its length. '' for no limit. */
  least?: string;
  most?: string;
  /** What a text has to look like, where not every one will do. */
  form?: "salesforce-id";
  /** Made by the portal: under this id its values are indexed. */
  ownId?: number;
  /** No longer offered; the values that contacts have are kept and shown. */
  archived?: true;
};

export type PropertyGroup = { name: string; label: string };

/** The groups of the seed's page 1d, in its order; a portal may keep its own order (decision D10). */
export const propertyGroups: readonly PropertyGroup[] = [
  { name: "contact", label: "Contact" },
  { name: "analytics", label: "Analytics" },
  { name: "company_information", label: "Company Information" },
  { name: "conversion_information", label: "Conversion Information" },
  { name: "email", label: "Email" },
  { name: "owner_information", label: "Owner Information" },
  { name: "social_media", label: "Social Media" },
  { name: "salesforce", label: "Salesforce" },
  { name: "other_properties", label: "Other Properties" },
  { name: "calls", label: "Calls" },
  { name: "partner_registration_information", label: "Partner Registration Information" },
];

const registrationGroup = "partner_registration_information";

/** What every portal has. */
export const standardProperties: readonly Property[] = [
  text("firstname", "First Name", "contact", "Needed to register the contact."),
  text("lastname", "Last Name", "contact", "Needed to register the contact."),
  { ...text("email", "Email", "contact", "Needed to register. One contact of a portal has it."), type: "email" },
  { ...text("phone", "Phone Number", "contact", "As you would dial it."), type: "phone" },
  { ...text("mobilephone", "Mobile Phone Number", "contact", "As you would dial it."), type: "phone" },
  text("jobtitle", "Job Title", "contact", "What the person does at the company."),
  text("address", "Street Address", "contact", "Street and number."),
  text("city", "City", "contact", "Where the contact is."),
  text("state", "State/Region", "contact", "State, region or province."),
  text("zip", "Postal Code", "contact", "Postal code as written there."),
  text("country", "Country", "contact", "Country by name."),
  {
    ...text("lifecyclestage", "Lifecycle Stage", "contact", "How far the contact has come."),
    type: "choice",
    options: lifecycleStages,
  },
  owned("original_source_type", "Original Source Type", "analytics", "How the contact first came here."),
  { ...text("company", "Company", "company_information", "Needed to register the contact."), type: "text" },
  {
    ...text("website", "Website", "company_information", "Needed to register: its domain is what is registered."),
    type: "url",
  },
  text("industry", "Industry", "company_information", "What the company does."),
  { ...text("numberofemployees", "Number of Employees", "company_information", "A whole number."), type: "number" },
  owned("first_conversion", "First Conversion", "conversion_information", "The first form the contact sent."),
  owned("recent_conversion", "Recent Conversion", "conversion_information", "The last form the contact sent."),
  {
    ...owned("conversion_events", "Number of Conversion Events", "conversion_information", "How many forms were sent."),
    type: "number",
  },
  { ...text("email_opt_out", "Opted Out of Email", "email", "Yes when the contact wants no e-mail."), type: "boolean" },
  text(
    "email_opt_reason",
    "Reason for Opting Out or In",
    "email",
    "Why the contact wants no e-mail, or wants it again.",
  ),
  { ...text("email_bounced", "Email Bounced On", "email", "The day on which an e-mail came back."), type: "date" },
  text("owner", "Owner", "owner_information", "Who of the portal looks after the contact."),
  text("twitter_username", "Twitter Username", "social_media", "Without the @."),
  { ...text("follower_count", "Follower Count", "social_media", "A whole number."), type: "number" },
  {
    ...text("salesforce_id", "Salesforce ID", "salesforce", "The record's id in Salesforce, of 15 or 18 characters."),
    form: "salesforce-id",
  },
  text("category", "Category", "other_properties", "Your own word for this kind of contact."),
  text("call_notes", "Call Notes", "calls", "What was said on the phone."),
  {
    ...owned("registration_action", "Registration Action", registrationGroup, "Ask for registration here."),
    type: "choice",
    options: [{ value: "REQUEST_REGISTRATION", label: "Request Registration" }],
  },
  {
    ...owned(
      "registration_expiration_date",
      "Expiration Date",
      registrationGroup,
      "The last day on which the domain is yours.",
    ),
    type: "date",
  },
  {
    ...owned(
      "registration_status",
      "Registration Status",
      registrationGroup,
      "The answer as of the last sync with the sales database.",
    ),
    type: "choice",
    options: [
      { value: "REGISTERED", label: "Registered" },
      { value: "UNAVAILABLE", label: "Unavailable" },
      { value: "INVALID_DATA", label: "Invalid Data" },
    ],
  },
  owned(
    "registration_message",
    "Registration Message",
    registrationGroup,
    "The details of the status, in the sales database's words.",
  ),
];

const byName = new Map(standardProperties.map((property) => [property.name, property]));

/** A standard property; those of a portal are in its `PropertySet`. */
export function standardProperty(name: string): Property | undefined {
  return byName.get(name);
}

function text(name: string, label: string, group: string, hint: string): Property {
  return { name, label, group, type: "text", hint };
}

function owned(name: string, label: string, group: string, hint: string): Property {
  return { name, label, group, type: "text", hint, owned: true };
}
