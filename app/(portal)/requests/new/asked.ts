import { readAddress, spellAddress } from "#lib/contacts/address.ts";

export type Read = (name: string) => string;

/** The contacts from which the person came. */
export function backFrom(read: Read): string {
  const address = spellAddress({ ...readAddress(read), place: null });
  return read("all") === "1" && address !== "" ? `/contacts?${address}` : "/contacts";
}

/** The same page, sent only when it is done: for browsers without JavaScript. */
export function doneFrom(read: Read): string {
  const kept = ["ids", "all", "batch", "q", "list", "stage", "import", "sort"].map((name) => [name, read(name) ?? ""]);
  return `/requests/new?${new URLSearchParams([...kept.filter(([, value]) => value !== ""), ["wait", "1"]])}`;
}
