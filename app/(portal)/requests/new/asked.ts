import { readAddress, spellAddress } from "#lib/contacts/address.ts";
import { readId } from "#lib/contacts/id.ts";
import type { Selection } from "#lib/registration/commands/selection.ts";

export type Read = (name: string) => string;

/** Whom the URL means: `ids=1&ids=2` (read as "1 2"), or `all=1` with the parameters of the contacts page. Null for nobody. */
export function selectionIn(read: Read, newestId: number): Selection | null {
  if (newestId === 0) return null;
  const rest = { upTo: newestId, outcomes: ["ready" as const] };
  if (read("all") === "1") return { filter: readAddress(read).filter, ...rest };
  const ids = read("ids").split(/\D+/u, 10_000).map(readId);
  const chosen = [...new Set(ids)].filter((id) => id > 0);
  return chosen.length === 0 ? null : { ids: chosen, ...rest };
}

/** Where the person came from. */
export function backFrom(read: Read): string {
  const address = spellAddress({ ...readAddress(read), place: null });
  if (read("domain") !== "") return "/prospects";
  return read("all") === "1" && address !== "" ? `/contacts?${address}` : "/contacts";
}

/** The same page, sent only when it is done: for browsers without JavaScript. */
export function doneFrom(read: Read): string {
  const kept = ["ids", "all", "batch", "domain", "q", "list", "stage", "import", "sort"].map((name) => [
    name,
    read(name) ?? "",
  ]);
  return `/requests/new?${new URLSearchParams([...kept.filter(([, value]) => value !== ""), ["wait", "1"]])}`;
}
