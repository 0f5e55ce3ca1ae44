import { readAddress, spellAddress } from "#lib/contacts/address.ts";

/** A saved view as people choose it: `own` when it is theirs, `opens` when Contacts opens with it for them. */
export type View = {
  id: number;
  name: string;
  address: string;
  shared: boolean;
  who: string;
  changedAt: number;
  own: boolean;
  opens: boolean;
};

/** What a view keeps of the address of the table: all of it but the page and the view that it was made from. */
export function keptAddress(spelled: string): string {
  const parameters = new URLSearchParams(spelled.slice(0, 30_000));
  const { view: _, ...address } = readAddress((name) => parameters.getAll(name).join(" "));
  return spellAddress({ ...address, place: null });
}

/** Where a view is opened: its address, and which view it is. */
export function pathOfView({ id, address }: Pick<View, "id" | "address">): string {
  return `/contacts?${[address, `view=${id}`].filter(Boolean).join("&")}`;
}

/** Who may change a view: whose it is, and the portal's admins where everybody sees it. */
export function mayChange({ own, shared }: Pick<View, "own" | "shared">, role: string): boolean {
  return own || (shared && role === "admin");
}
