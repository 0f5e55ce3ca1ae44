import { type ColumnAsked, columnWidths, mostColumns } from "#lib/contacts/columns.ts";

type ReadEvery = (name: string) => readonly string[];

/** The names of the fields beside the box of a column. */
export const fieldsOfColumn = (name: string) => ({ place: `place@${name}`, width: `width@${name}` });

/** The columns whose boxes are ticked, by the places that they were given; what has none comes last, as it stands there. */
export function readColumnsForm(every: ReadEvery): ColumnAsked[] {
  const chosen = [...new Set(every("col"))].map((name) => {
    const { place, width } = fieldsOfColumn(name);
    const at = Number(every(place)[0] ?? "");
    return {
      column: { name, width: columnWidths.find((each) => each === every(width)[0]) ?? "normal" },
      place: Number.isFinite(at) && at > 0 ? at : Number.MAX_SAFE_INTEGER,
    };
  });
  return chosen
    .toSorted((one, other) => one.place - other.place)
    .map(({ column }) => column)
    .slice(0, mostColumns);
}
