export const columnWidths = ["narrow", "normal", "wide"] as const;
export type ColumnWidth = (typeof columnWidths)[number];

/** A column of the table of contacts as an address asks for it; the name stands before them all, and is not asked for. */
export type ColumnAsked = { name: string; width: ColumnWidth };

/** How a contact stands, as a mark. No property can be called so (lib/properties/property-form.ts, `nameFrom`). */
export const standing = "_standing";

/** What is shown when nothing is asked for: as on the seed's page 1b, and how the contact stands. */
export const usualColumns: readonly ColumnAsked[] = [
  standing,
  "created_on",
  "lifecyclestage",
  "email",
  "company",
  "registration_expiration_date",
].map((name) => ({ name, width: "normal" }));

export const mostColumns = 30;

/** Columns as they stand in a URL: "email-city.wide-budget.narrow". */
export function spellColumns(columns: readonly ColumnAsked[]): string {
  return columns.map(({ name, width }) => (width === "normal" ? name : `${name}.${width}`)).join("-");
}

/** Undefined where nothing is asked for. A column that nobody knows stays among them, and is told of. */
export function readColumns(spelled: string): readonly ColumnAsked[] | undefined {
  const asked = spelled
    .slice(0, 5_000)
    .split(/[-\s]+/u)
    .filter(Boolean);
  const columns = new Map(
    asked.map((each) => {
      const [name = "", width] = each.split(".");
      return [name, { name, width: columnWidths.find((known) => known === width) ?? "normal" }];
    }),
  );
  columns.delete("");
  const read = [...columns.values()].slice(0, mostColumns);
  return read.length === 0 || spellColumns(read) === spellColumns(usualColumns) ? undefined : read;
}
