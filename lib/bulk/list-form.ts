import type { BulkChange } from "#lib/bulk/change.ts";
import type { ReadAll } from "#lib/bulk/edit-form.ts";

/** What the form of a list asks for; `change` is null where something is missing. */
export type ListAsked = {
  kind: "join" | "leave";
  listId: number;
  called: string;
  change: BulkChange | null;
  fault: string | undefined;
};

/** The names that the form of a list sends for itself. */
export function isOfList(name: string): boolean {
  return ["do", "to", "called", "look", "wait"].includes(name);
}

/** Reads the form; `lists` are those that contacts can be put into. What is wrong is said once somebody `looked`. */
export function readListForm(
  read: ReadAll,
  lists: readonly { id: number; name: string }[],
  { looked }: { looked: boolean },
): ListAsked {
  const kind = read("do")[0] === "leave" ? ("leave" as const) : ("join" as const);
  const chosen = lists.find(({ id }) => String(id) === read("to")[0]);
  const called = (read("called")[0] ?? "").replaceAll("\0", "").trim().slice(0, 200);
  const asked = { kind, listId: chosen?.id ?? 0, called };
  if (chosen !== undefined) {
    return { ...asked, change: { kind, listId: chosen.id, list: chosen.name }, fault: undefined };
  }
  if (kind === "join" && called !== "")
    return { ...asked, change: { kind, listId: 0, list: called }, fault: undefined };
  const fault = kind === "join" ? "Choose a list, or give a new one a name." : "Choose the list to remove them from.";
  return { ...asked, change: null, fault: looked ? fault : undefined };
}
