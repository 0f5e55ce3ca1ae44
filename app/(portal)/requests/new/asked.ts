import { readAddress, spellAddress } from "#lib/contacts/address.ts";

export type Read = (name: string) => string;

/** Where the person came from. */
export function backFrom(read: Read): string {
  const address = spellAddress({ ...readAddress(read), place: null });
  if (read("domain") !== "") return "/prospects";
  return read("all") === "1" && address !== "" ? `/contacts?${address}` : "/contacts";
}

/** The same page, sent only when it is done: for browsers without JavaScript. */
export function doneFrom(read: Read): string {
  const named = ["ids", "all", "batch", "domain"].flatMap((name) => (read(name) ? [[name, read(name)]] : []));
  const address = spellAddress({ ...readAddress(read), place: null });
  return `/requests/new?${[new URLSearchParams(named), address, "wait=1"].map(String).filter(Boolean).join("&")}`;
}
