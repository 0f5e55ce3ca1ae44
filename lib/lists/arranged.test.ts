import { expect, test } from "vitest";
import { arranged, readListsFilter } from "#lib/lists/arranged.ts";
import { partnerLists } from "#lib/lists/partner-lists.ts";

const own = { name: "MQL/SQL", kind: "static", rule: "", folder: "Spring", archivedAt: null } as const;
const old = { ...own, name: "Fair 2013", folder: "", archivedAt: 1 };
const partners = partnerLists.map(({ rule, name }) => ({
  name: name("HubSpot"),
  kind: "smart" as const,
  rule,
  folder: "",
  archivedAt: null,
}));
const everything = [own, old, ...partners.toReversed()];

test("the partner lists stand first, in the order and the words of page 4b", () => {
  expect(arranged(everything, { search: "", kind: "", folder: "" }).map(({ name }) => name)).toEqual([
    "HubSpot Partner - Registered",
    "HubSpot Partner - Unavailable",
    "HubSpot Partner - Pending Registration",
    "HubSpot Partner - Invalid Data",
    "HubSpot Partner - Expired",
    "MQL/SQL",
  ]);
});

test("a search and a kind leave out the others", () => {
  expect(arranged(everything, { search: "invalid", kind: "", folder: "" })).toHaveLength(1);
  expect(arranged(everything, { search: "", kind: "static", folder: "" })).toEqual([own]);
  expect(arranged(everything, { search: "mql", kind: "smart", folder: "" })).toEqual([]);
});

test("a folder has its lists; archived ones stand apart", () => {
  expect(arranged(everything, { search: "", kind: "", folder: "Spring" })).toEqual([own]);
  expect(arranged(everything, { search: "", kind: "archived", folder: "" })).toEqual([old]);
});

test("an address that cannot be read shows every list", () => {
  const given: Record<string, string> = { kind: "clever", q: "  registered " };
  expect(readListsFilter((name) => given[name])).toEqual({ search: "registered", kind: "", folder: "" });
});
