import { propertyGroups } from "#lib/properties/registry.ts";

const recordViews = ["overview", "properties", "account", "lists", "history", "workflows", "public"] as const;
export type RecordViewName = (typeof recordViews)[number];

/** What of a record its URL asks for: of the properties a group or those that are searched for, of the history one property. */
export type RecordAddress = { view: RecordViewName; group: string; search: string; property: string };

/** The overview for anything unknown. */
export function readRecordAddress(readRaw: (name: string) => string | undefined): RecordAddress {
  // PostgreSQL keeps no NUL, and would fail over one.
  const read = (name: string) => (readRaw(name) ?? "").replaceAll("\0", "");
  const view = recordViews.find((each) => each === read("view")) ?? "overview";
  const group = propertyGroups.find(({ name }) => name === read("group"))?.name ?? "";
  const search = read("q").slice(0, 200).trim();
  return {
    view,
    group: view === "properties" && search === "" ? group : "",
    search: view === "properties" ? search : "",
    property: view === "history" ? read("property").slice(0, 100) : "",
  };
}

/** The URL of a part of a record. */
export function recordAddress(contactId: number, { view, group, search, property }: RecordAddress): string {
  const asked = Object.entries({ view, group, q: search, property }).filter(([, value]) => value !== "");
  return `/contacts/${contactId}?${new URLSearchParams(asked).toString()}`;
}

/** Where a Save leads: back to where it was pressed, or to the record. */
export function savedAt(contactId: number, back: string = `/contacts/${contactId}`): string {
  return `${back}${back.includes("?") ? "&" : "?"}saved=properties`;
}
