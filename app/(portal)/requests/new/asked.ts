import { readAddress, spellAddress } from "#lib/contacts/address.ts";

export type Read = (name: string) => string;

/** The contacts from which the person came. */
export function backFrom(read: Read): string {
  const address = spellAddress({ ...readAddress(read), place: null });
  return read("all") === "1" && address !== "" ? `/contacts?${address}` : "/contacts";
}

/** The same page, sent only when it is done: for browsers without JavaScript. */
export function doneFrom(read: Read): string {
  const whom = new URLSearchParams(["ids", "all", "batch"].flatMap((name) => (read(name) ? [[name, read(name)]] : [])));
  const address = spellAddress({ ...readAddress(read), place: null });
  return `/requests/new?${[whom, address, "wait=1"].map(String).filter(Boolean).join("&")}`;
}
