import { partnerLists } from "#lib/lists/partner-lists.ts";

/** Which lists the page of all lists shows. */
export type ListsFilter = { search: string; kind: "smart" | "static" | "archived" | ""; folder: string };

/** Reads a URL's parameters; what cannot be read is as if it were not there. */
export function readListsFilter(read: (name: string) => string | undefined): ListsFilter {
  const kind = read("kind");
  return {
    search: (read("q") ?? "").slice(0, 200).trim(),
    kind: kind === "smart" || kind === "static" || kind === "archived" ? kind : "",
    folder: (read("folder") ?? "").slice(0, 200),
  };
}

type Listed = { name: string; kind: "smart" | "static"; rule: string; folder: string; archivedAt: number | null };

/** The partner lists first, in the order of the seed's page 4b; then the others, as they were made. */
export function arranged<List extends Listed>(lists: readonly List[], { search, kind, folder }: ListsFilter): List[] {
  const wanted = search.toLowerCase();
  return lists
    .filter((each) => (kind === "archived") === (each.archivedAt !== null))
    .filter((each) => kind === "" || kind === "archived" || each.kind === kind)
    .filter((each) => folder === "" || each.folder === folder)
    .filter((each) => each.name.toLowerCase().includes(wanted))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ rule }: Listed): number {
  const place = partnerLists.findIndex((each) => each.rule === rule);
  return place === -1 ? partnerLists.length : place;
}
