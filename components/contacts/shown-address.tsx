"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Address, spellAddress } from "#lib/contacts/address.ts";

const Context = createContext<Address | null>(null);

/** What the table shows now: the search follows the typing, so forms and links around the table ask for it here. */
export function ShownAddress({ address, children }: { address: Address; children: ReactNode }) {
  return <Context value={address}>{children}</Context>;
}

/** The address in the hidden fields of a form, but for what the form itself asks: so that nothing of it is lost. */
export function AddressFields({ besides }: { besides: readonly string[] }) {
  const address = useContext(Context);
  if (address === null) return null;
  const fields = [...new URLSearchParams(spellAddress({ ...address, place: null }))];
  return fields
    .filter(([name]) => !besides.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** The whole address in one hidden field, for a form that keeps it. */
export function AddressField() {
  const address = useContext(Context);
  if (address === null) return null;
  return <input type="hidden" name="address" value={spellAddress({ ...address, place: null })} />;
}
