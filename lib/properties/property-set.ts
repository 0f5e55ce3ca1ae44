import { type Property, type PropertyGroup, propertyGroups, standardProperties } from "#lib/properties/registry.ts";

/** A portal's own order and stars, by name; what is not named follows as the program has it. */
export type Arrangement = {
  groups: readonly string[];
  properties: readonly string[];
  starred: readonly string[];
};

/** Every property of a portal: the standard ones and its own, in its own order (decision D10). */
export type PropertySet = {
  groups: readonly PropertyGroup[];
  /** In the order in which the portal shows them, archived ones among them. */
  all: readonly Property[];
  /** What people and files may write: neither the program's own nor archived ones. */
  writable: readonly Property[];
  starred: readonly Property[];
  named: (name: string) => Property | undefined;
};

/** The stars of the seed's page 1c, and the properties that it shows under Starred. */
const starredAtFirst = [
  "firstname",
  "lastname",
  "email",
  "company",
  "website",
  "phone",
  "owner",
  "twitter_username",
  "follower_count",
  "original_source_type",
  "recent_conversion",
];

export const arrangedAtFirst: Arrangement = { groups: [], properties: [], starred: starredAtFirst };

export function propertySet(own: readonly Property[], { groups, properties, starred }: Arrangement): PropertySet {
  const all = inOrder([...standardProperties, ...own], properties);
  const byName = new Map(all.map((property) => [property.name, property]));
  return {
    groups: inOrder(propertyGroups, groups),
    all,
    writable: all.filter((property) => !property.owned && !property.archived),
    starred: starred.flatMap((name) => byName.get(name) ?? []).filter(({ archived }) => !archived),
    named: (name) => byName.get(name),
  };
}

/** The program's own, of a portal that has arranged nothing. */
export const standardSet = propertySet([], arrangedAtFirst);

/** The label of a property, or its name where nobody knows it any more. */
export function labelIn(set: Pick<PropertySet, "named">, name: string): string {
  return set.named(name)?.label ?? name;
}

// What registration needs, and how far the contact has come: whoever adds somebody knows that.
const askedAtFirst = ["firstname", "lastname", "email", "company", "website", "lifecyclestage"];

/** What a new contact is asked for: the first things, then what the portal has starred. */
export function askedOfNew({ writable, starred }: Pick<PropertySet, "writable" | "starred">): Property[] {
  const first = askedAtFirst.flatMap((name) => writable.find((property) => property.name === name) ?? []);
  return [...first, ...starred.filter((property) => writable.includes(property) && !first.includes(property))];
}

function inOrder<Named extends { name: string }>(all: readonly Named[], names: readonly string[]): Named[] {
  const places = new Map(names.map((name, at) => [name, at]));
  return all.toSorted((a, b) => (places.get(a.name) ?? names.length) - (places.get(b.name) ?? names.length));
}
