import type { PropertySet } from "#lib/properties/property-set.ts";

/** Where a column probably goes; `property` is '' where it is left out. */
export type Guess = { property: string; because: "same-name" | "known-name" | "looks-like" | "no-match" };

/** Other names under which a property comes, as `plain` spells them; of several columns the first one gets it. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  firstname: ["givenname", "forename", "vorname", "prenom", "nombre", "first"],
  lastname: ["surname", "familyname", "nachname", "nom", "apellido", "last"],
  email: [
    "emailaddress",
    "mail",
    "mailaddress",
    "email1",
    "workemail",
    "businessemail",
    "contactemail",
    "primaryemail",
  ],
  phone: [
    "phone1",
    "telephone",
    "telephonenumber",
    "tel",
    "phoneno",
    "workphone",
    "businessphone",
    "officephone",
    "telefon",
  ],
  mobilephone: ["phone2", "mobile", "mobilenumber", "cell", "cellphone", "cellphonenumber", "handy"],
  jobtitle: ["title", "job", "position", "role", "jobrole", "function"],
  address: ["street", "address1", "addressline1", "mailingstreet", "strasse", "street1"],
  city: ["town", "mailingcity", "ort", "stadt", "locality"],
  state: ["state", "region", "province", "county", "stateprovince", "mailingstate", "bundesland"],
  zip: ["zip", "zipcode", "postcode", "plz", "mailingzip", "mailingpostalcode", "zippostalcode"],
  country: ["countryname", "countryregion", "land", "mailingcountry", "nation"],
  lifecyclestage: ["stage", "lifecycle"],
  company: ["companyname", "organization", "organisation", "account", "accountname", "employer", "firma", "business"],
  website: [
    "websiteurl",
    "url",
    "web",
    "homepage",
    "domain",
    "companydomain",
    "companydomainname",
    "companywebsite",
    "site",
  ],
  industry: ["sector", "branche", "businesstype"],
  numberofemployees: ["employees", "employeecount", "companysize", "headcount", "noofemployees"],
  email_opt_out: ["optout", "unsubscribed", "optedout", "donotemail"],
  owner: ["contactowner", "accountowner", "assignedto", "salesrep"],
  twitter_username: ["twitter", "twitterhandle", "xusername"],
  follower_count: ["followers", "twitterfollowers"],
  salesforce_id: ["sfid", "salesforcecontactid", "sfdcid"],
  call_notes: ["notes", "callnotes", "comments"],
};

const knownAs = new Map(
  Object.entries(otherNames).flatMap(([property, names]) => names.map((name) => [name, property] as const)),
);

/** The properties that a column may go to. */
type Writable = Pick<PropertySet, "writable">;

/** One guess a column; no property is given to two of them. */
export function guessesOf(
  columns: readonly string[],
  samples: readonly (readonly string[])[],
  { writable }: Writable,
): Guess[] {
  const possible = columns.map((heading, at) => [...possibleOf(heading, samples[at] ?? [], writable)]);
  const taken = new Set<string>();
  const found = columns.map((): Guess => ({ property: "", because: "no-match" }));
  // The surest guesses choose first, whatever the order of the columns.
  for (const because of ["same-name", "known-name", "looks-like"] as const) {
    for (const [at, guesses] of possible.entries()) {
      const guess = guesses.find((each) => each.because === because);
      if (guess === undefined || found[at]?.property !== "" || taken.has(guess.property)) continue;
      found[at] = guess;
      taken.add(guess.property);
    }
  }
  return found;
}

function* possibleOf(heading: string, samples: readonly string[], writable: Writable["writable"]): Generator<Guess> {
  const name = plain(heading);
  const same = writable.find((each) => plain(each.label) === name || plain(each.name) === name);
  if (same !== undefined) yield { property: same.name, because: "same-name" };
  const known = knownAs.get(name);
  if (known !== undefined) yield { property: known, because: "known-name" };
  const alike = looks.find(({ shape }) => samples.length > 0 && samples.every((sample) => shape.test(sample)));
  if (alike !== undefined) yield { property: alike.property, because: "looks-like" };
}

const looks = [
  { property: "email", shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u, what: "e-mail addresses" },
  { property: "website", shape: /^(https?:\/\/|www\.)\S+$/iu, what: "web addresses" },
];

/** "E-Mail" and "email", "Phone #1" and "phone1" are one name. */
function plain(heading: string): string {
  return heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Why a column goes where it goes, for people. */
export function reasonOf(guess: Guess, chosen: string, set: Writable): string {
  if (chosen !== guess.property) return chosen === "" ? "Left out by you" : "Chosen by you";
  switch (guess.because) {
    case "same-name":
      return "Same name";
    case "known-name":
      return `Another name for ${labelOf(guess.property, set)}`;
    case "looks-like":
      return `Looks like ${looks.find(({ property }) => property === guess.property)?.what ?? "it"}`;
    case "no-match":
      return "No match: will be left out";
  }
}

function labelOf(name: string, { writable }: Writable): string {
  return writable.find((property) => property.name === name)?.label ?? name;
}
