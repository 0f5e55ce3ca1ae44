import { partnerLists } from "#lib/lists/partner-lists.ts";

/** Which lists the page of all lists shows. */
export type ListsFilter = { search: string; kind: "smart" | "static" | "" };

/** Reads a URL's parameters; what cannot be read is as if it were not there. */
export function readListsFilter(read: (name: string) => string | undefined): ListsFilter {
  const kind = read("kind");
  return {
    search: (read("q") ?? "").slice(0, 200).trim(),
    kind: kind === "smart" || kind === "static" ? kind : "",
  };
}

type Listed = { name: string; kind: "smart" | "static"; rule: string };

/** The partner lists first, in the order of the seed's page 4b; then the others, as they were made. */
export function arranged<List extends Listed>(lists: readonly List[], { search, kind }: ListsFilter): List[] {
  const wanted = search.toLowerCase();
  return lists
    .filter((each) => (kind === "" || each.kind === kind) && each.name.toLowerCase().includes(wanted))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ rule }: Listed): number {
  const place = partnerLists.findIndex((each) => each.rule === rule);
  return place === -1 ? partnerLists.length : place;
}
