import { type ColumnAsked, standing, usualColumns } from "#lib/contacts/columns.ts";
import type { SortBy } from "#lib/contacts/filter.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";

/** A column as the table shows it. Contacts are sorted by it where an index has them in its order. */
export type Column = ColumnAsked & { label: string; sortBy?: SortBy };

/** What each column shows is a property, or one of these. */
const beside: readonly Property[] = [
  { name: standing, label: "Registration", group: "partner_registration_information", type: "text", hint: "" },
  { name: "created_on", label: "Created On", group: "contact", type: "date", hint: "" },
  { name: "last_conversion_on", label: "Last form sent on", group: "conversion_information", type: "date", hint: "" },
  { name: "domain", label: "Domain of the website", group: "partner_registration_information", type: "text", hint: "" },
];

const sortedByColumn: Readonly<Record<string, SortBy>> = {
  created_on: "created",
  lifecyclestage: "stage",
  email: "email",
  company: "company",
  registration_expiration_date: "expires",
};

/** Everything that a column may show, in the portal's order; archived properties are shown where they were chosen. */
function columnsToChoose(set: PropertySet): Property[] {
  return [...beside, ...set.all];
}

export type ShownColumns = {
  columns: readonly Column[];
  /** What the columns show. */
  properties: readonly Property[];
  /** Sentences about what was asked for and is not there any more. */
  told: readonly string[];
};

/** The columns that are asked for, and what is to be said about them. */
export function shownColumns(asked: readonly ColumnAsked[] = usualColumns, set: PropertySet): ShownColumns {
  const all = new Map(columnsToChoose(set).map((property) => [property.name, property]));
  const found = asked.flatMap((column) => {
    const property = all.get(column.name);
    return property === undefined ? [] : [{ column: columnOf(column, property), property }];
  });
  const unknown = asked.filter(({ name }) => !all.has(name));
  return {
    columns: found.map(({ column }) => column),
    properties: found.map(({ property }) => property),
    told: unknown.map(({ name }) => `There is no property “${name}”: its column is left out.`),
  };
}

function columnOf(asked: ColumnAsked, property: Property): Column {
  const sortBy = Object.hasOwn(sortedByColumn, asked.name) ? sortedByColumn[asked.name] : sortedByOwn(property);
  return { ...asked, label: labelOf(property), ...(sortBy === undefined ? {} : { sortBy }) };
}

// As the column has always been called.
function labelOf({ name, label }: Property): string {
  return name === "registration_expiration_date" ? "Expires" : label;
}

/** Of a choice of several a contact stands in the index several times. */
function sortedByOwn({ name, type, ownId }: Property): SortBy | undefined {
  return ownId === undefined || type === "choices" ? undefined : `own.${name}`;
}

/** The columns that are not shown yet, by group, archived properties left out. */
export function columnsToAdd(shown: readonly Column[], set: PropertySet) {
  const names = new Set(shown.map(({ name }) => name));
  const left = columnsToChoose(set).filter(({ name, archived }) => !names.has(name) && !archived);
  const byGroup = Map.groupBy(left, ({ group }) => group);
  return set.groups.flatMap(({ name, label }) => {
    const columns = byGroup.get(name) ?? [];
    return columns.length === 0
      ? []
      : [{ label, columns: columns.map((each) => ({ name: each.name, label: each.label })) }];
  });
}
