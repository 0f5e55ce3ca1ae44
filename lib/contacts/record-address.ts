import { propertyGroups } from "#lib/properties/registry.ts";

const recordViews = ["overview", "properties", "account", "lists", "history", "workflows"] as const;
export type RecordViewName = (typeof recordViews)[number];

/** What of a record its URL asks for; the overview for anything unknown. */
export function readRecordAddress(read: (name: string) => string | undefined): { view: RecordViewName; group: string } {
  const view = recordViews.find((each) => each === read("view")) ?? "overview";
  const group = view === "properties" ? propertyGroups.find(({ name }) => name === read("group"))?.name : undefined;
  return { view, group: group ?? "" };
}
