import { readConditions, spellConditions } from "#lib/contacts/conditions.ts";
import {
  type ContactFilter,
  type Place,
  readPlace,
  type Sort,
  type SortKey,
  sortKeys,
  spellPlace,
} from "#lib/contacts/filter.ts";
import { type PartnerRule, partnerLists } from "#lib/lists/partner-lists.ts";

/** What the contacts page shows, as its URL says it. */
export type Address = { filter: ContactFilter; sort: Sort; place: Place | null };

type Read = (name: string) => string | null | undefined;

/** Reads a URL's parameters. What cannot be read is as if it were not there: a page never fails over its address. */
export function readAddress(readRaw: Read): Address {
  // PostgreSQL keeps no NUL, and would fail over one.
  const read: Read = (name) => readRaw(name)?.replaceAll("\0", "");
  const search = (read("q") ?? "").slice(0, 200).trim();
  const rule = ruleNamed(read("list"));
  const listId = Number(read("list") ?? "");
  const lifecycleStage = (read("stage") ?? "").slice(0, 100);
  const importId = Number(read("import") ?? "");
  const conditions = readConditions(read("f") ?? "");
  return {
    filter: {
      ...(search === "" ? {} : { search }),
      ...(rule === undefined ? {} : { rule }),
      ...(Number.isSafeInteger(listId) && listId > 0 ? { listId } : {}),
      ...(lifecycleStage === "" ? {} : { lifecycleStage }),
      ...(Number.isSafeInteger(importId) && importId > 0 ? { importId } : {}),
      ...(conditions.length > 0 ? { conditions } : {}),
    },
    sort: readSort(read("sort")),
    place: readPlace(read("from") ?? ""),
  };
}

/** The parameters of an address, in one order, so that the same page has one URL. */
export function spellAddress({ filter, sort, place }: Address): string {
  const parameters = new URLSearchParams();
  if (filter.search !== undefined) parameters.set("q", filter.search);
  const list = filter.rule ?? filter.listId;
  if (list !== undefined) parameters.set("list", String(list));
  if (filter.lifecycleStage !== undefined) parameters.set("stage", filter.lifecycleStage);
  if (filter.importId !== undefined) parameters.set("import", String(filter.importId));
  if (filter.conditions !== undefined) parameters.set("f", spellConditions(filter.conditions));
  if (sort.by !== "created" || sort.direction !== "desc") parameters.set("sort", `${sort.by}-${sort.direction}`);
  if (place !== null) parameters.set("from", spellPlace(place));
  // Both mean themselves after a question mark, and are what people read of conditions and places.
  return parameters.toString().replaceAll("%3A", ":").replaceAll("%7E", "~");
}

/** The same contacts in the order of another column: descending first where the newest matters, else ascending. */
export function sortedBy(address: Address, by: SortKey): Address {
  const first = by === "created" ? "desc" : "asc";
  const other = first === "asc" ? "desc" : "asc";
  const direction = address.sort.by === by && address.sort.direction === first ? other : first;
  return { ...address, sort: { by, direction }, place: null };
}

/** The same address without a line of its filter. */
export function withoutLine(address: Address, line: "stage" | "import" | number): Address {
  const { lifecycleStage, importId, conditions = [], ...others } = address.filter;
  const left = conditions.filter((_, at) => at !== line);
  const filter = {
    ...others,
    ...(lifecycleStage === undefined || line === "stage" ? {} : { lifecycleStage }),
    ...(importId === undefined || line === "import" ? {} : { importId }),
    ...(left.length === 0 ? {} : { conditions: left }),
  };
  return { ...address, filter, place: null };
}

function ruleNamed(name: string | null | undefined): PartnerRule | undefined {
  return partnerLists.find(({ rule }) => rule === name)?.rule;
}

function readSort(spelled: string | null | undefined): Sort {
  const [name, direction] = (spelled ?? "").split("-");
  const by = sortKeys.find((key) => key === name) ?? "created";
  if (direction === "asc" || direction === "desc") return { by, direction };
  return { by, direction: by === "created" ? "desc" : "asc" };
}
