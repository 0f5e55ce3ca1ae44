import { type ColumnAsked, readColumns, spellColumns } from "#lib/contacts/columns.ts";
import { readConditions, spellConditions } from "#lib/contacts/conditions.ts";
import {
  type ContactFilter,
  filterOfSorted,
  type Place,
  readPlace,
  type Sort,
  type SortBy,
  sortKeys,
  spellPlace,
} from "#lib/contacts/filter.ts";
import { type PartnerRule, partnerLists } from "#lib/lists/partner-lists.ts";

/** What the contacts page shows, as its URL says it. */
export type Address = {
  filter: ContactFilter;
  sort: Sort;
  place: Place | null;
  /** Undefined for the usual ones. */
  columns?: readonly ColumnAsked[];
  /** How high the rows are; undefined for how the person likes them everywhere. */
  density?: Density;
  /** The saved view that was opened, whatever was changed since; 0 when a person wants none. */
  view?: number;
};

export const densities = ["comfortable", "default", "compact"] as const;
export type Density = (typeof densities)[number];

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
  const sort = readSort(read("sort"));
  const filter = {
    ...(search === "" ? {} : { search }),
    ...(rule === undefined ? {} : { rule }),
    ...(Number.isSafeInteger(listId) && listId > 0 ? { listId } : {}),
    ...(lifecycleStage === "" ? {} : { lifecycleStage }),
    ...(Number.isSafeInteger(importId) && importId > 0 ? { importId } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
  };
  return { filter: filterOfSorted(filter, sort), sort, place: readPlace(read("from") ?? ""), ...readLook(read) };
}

/** How it is shown, whatever it is. */
function readLook(read: Read): Pick<Address, "columns" | "density" | "view"> {
  const columns = readColumns(read("cols") ?? "");
  const density = densities.find((each) => each === read("density"));
  const view = read("view") ?? "";
  return {
    ...(columns === undefined ? {} : { columns }),
    ...(density === undefined ? {} : { density }),
    ...(/^\d{1,15}$/.test(view) ? { view: Number(view) } : {}),
  };
}

/** The parameters of an address, in one order, so that the same page has one URL. */
export function spellAddress({ filter, sort, place, columns, density, view }: Address): string {
  const parameters = new URLSearchParams();
  if (filter.search !== undefined) parameters.set("q", filter.search);
  const list = filter.rule ?? filter.listId;
  if (list !== undefined) parameters.set("list", String(list));
  if (filter.lifecycleStage !== undefined) parameters.set("stage", filter.lifecycleStage);
  if (filter.importId !== undefined) parameters.set("import", String(filter.importId));
  if (filter.conditions !== undefined) parameters.set("f", spellConditions(filter.conditions));
  if (sort.by !== "created" || sort.direction !== "desc") parameters.set("sort", `${sort.by}-${sort.direction}`);
  if (columns !== undefined) parameters.set("cols", spellColumns(columns));
  if (density !== undefined) parameters.set("density", density);
  if (view !== undefined) parameters.set("view", String(view));
  if (place !== null) parameters.set("from", spellPlace(place));
  // Both mean themselves after a question mark, and are what people read of conditions and places.
  return parameters.toString().replaceAll("%3A", ":").replaceAll("%7E", "~");
}

/** The same in the order of another column: descending first where the newest matters, else ascending. */
export function sortedBy(address: Address, by: SortBy): Address {
  const first = by === "created" ? "desc" : "asc";
  const other = first === "asc" ? "desc" : "asc";
  const direction = address.sort.by === by && address.sort.direction === first ? other : first;
  const sort = { by, direction } as const;
  return { ...address, filter: filterOfSorted(address.filter, sort), sort, place: null };
}

/** The same address with other words in the search, from its first page. */
export function searchedFor(address: Address, typed: string): Address {
  const search = typed.trim();
  if (search === (address.filter.search ?? "")) return address;
  const { search: _, ...others } = address.filter;
  return { ...address, filter: search === "" ? others : { ...others, search }, place: null };
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
  const isShown = filterOfSorted(filter, address.sort) === filter;
  return { ...address, filter, sort: isShown ? address.sort : usualSort, place: null };
}

function ruleNamed(name: string | null | undefined): PartnerRule | undefined {
  return partnerLists.find(({ rule }) => rule === name)?.rule;
}

const usualSort: Sort = { by: "created", direction: "desc" };

function readSort(spelled: string | null | undefined): Sort {
  const [name = "", direction] = (spelled ?? "").split("-");
  const own = /^own\.(\w{1,100})$/.exec(name)?.[1];
  const by = own === undefined ? (sortKeys.find((key) => key === name) ?? "created") : (`own.${own}` as const);
  if (direction === "asc" || direction === "desc") return { by, direction };
  return { by, direction: by === "created" ? "desc" : "asc" };
}
