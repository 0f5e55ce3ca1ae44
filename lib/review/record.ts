import type { Contact } from "#lib/contacts/contact.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import { findingInWords } from "#lib/registration/rule-words.ts";
import { findingsOf, propertyOfRule, shortfallsOf } from "#lib/registration/rules.ts";
import { type Domain, type WhyNotPursued } from "#lib/review/evidence.ts";
import { type Suggestion, suggestionFor } from "#lib/review/suggestions.ts";

/** A field that fails, what stands in it, what is wrong with that, and what could stand there instead. */
export type Mend = { property: string; label: string; saw: string; wrong: string; suggestion: Suggestion | null };

/** What a verdict writes: values by property, on the contact as it was seen. */
export type Proposal = { id: number; version: number; values: Readonly<Record<string, string>> };

/** Another contact of the domain that can be mended with this one; `fills` are the fields that take what is typed here. */
export type Mate = Proposal & { fills: readonly string[] };

type Neighbour = Pick<
  Contact,
  "id" | "name" | "company" | "status" | "openKind" | "expires" | "shortfalls" | "lapsedOn"
>;

/** One contact of the queue, with all that a person needs to judge it. */
export type ReviewRecord = Pick<Contact, "id" | "version" | "failed" | "name" | "email" | "company" | "conversions"> & {
  /** '' where nothing says which company it is. */
  domain: string;
  mends: readonly Mend[];
  /** Only a request by hand can pass: no form was sent, or nothing is lacking any more. */
  byHand: boolean;
  neighbours: readonly Neighbour[];
  /** The others of its domain that wait too, and can be mended in one go with it. */
  mates: readonly Mate[];
};

export type Known = { domain: Domain | null; atDomain: readonly Contact[]; whyNotPursued: WhyNotPursued };

/** The contact as it is now, not as it was decided: what was mended elsewhere is asked for no more. */
function mendsOf(contact: Contact, { atDomain, whyNotPursued }: Known): Mend[] {
  const companies = atDomain.filter(({ id }) => id !== contact.id).map(({ company }) => company);
  // As if by hand: a missing conversion is no field.
  return shortfallsOf(findingsOf(contact, "manual", whyNotPursued)).map((finding) => {
    const property = propertyOfRule[finding.rule];
    return {
      property,
      label: standardProperty(property)?.label ?? property,
      saw: contact.values[property] ?? "",
      wrong: findingInWords(finding),
      suggestion: suggestionFor(finding, { values: contact.values, companies, whyNotPursued }),
    };
  });
}

// What all contacts of a domain have in common.
const shared = new Set(["company", "website"]);

/** How a mate is mended: by what is suggested for it, else by what is typed for all; null where it needs a person. */
function mateOf({ id, version }: Contact, mends: readonly Mend[], typed: ReadonlySet<string>): Mate | null {
  const values: Record<string, string> = {};
  const fills: string[] = [];
  for (const { property, suggestion } of mends) {
    if (suggestion !== null) values[property] = suggestion.value;
    else if (shared.has(property) && typed.has(property)) fills.push(property);
    else return null;
  }
  return { id, version, values, fills };
}

const shownNeighbours = 6;

export function recordOf(contact: Contact, known: Known, waiting: ReadonlyMap<number, Contact>): ReviewRecord {
  const { id, version, failed, name, email, company, conversions } = contact;
  const mends = mendsOf(contact, known);
  const typed = new Set(mends.map(({ property }) => property));
  const others = known.atDomain.filter((each) => each.id !== id);
  return {
    id,
    version,
    failed,
    name,
    email,
    company,
    conversions,
    domain: known.domain?.display ?? "",
    mends,
    byHand: conversions === 0 || mends.length === 0,
    neighbours: others.slice(0, shownNeighbours).map(neighbourOf),
    mates: others.flatMap((each) => (waiting.has(each.id) ? (mateOf(each, mendsOf(each, known), typed) ?? []) : [])),
  };
}

function neighbourOf({ id, name, company, status, openKind, expires, shortfalls, lapsedOn }: Contact): Neighbour {
  return { id, name, company, status, openKind, expires, shortfalls, lapsedOn };
}
