import { disposableMailHosts, freeMailHosts } from "#lib/sales/free-mail.ts";

/** Why the vendor does no business with a domain (rule R8). */
export type NotPursuedReason = "own-domain" | "competitor" | "free-mail" | "disposable-mail" | "reserved";

/** What the program starts with; a channel manager adds to it, competitors above all. No host stands on two lists. */
export const policyLists: readonly { why: NotPursuedReason; hosts: readonly string[] }[] = [
  { why: "own-domain", hosts: ["hubspot.com"] },
  { why: "competitor", hosts: [] },
  { why: "free-mail", hosts: freeMailHosts },
  { why: "disposable-mail", hosts: disposableMailHosts },
  // RFC 2606 and RFC 6761; the bare names stand for everything under them.
  { why: "reserved", hosts: ["example.com", "example.net", "example.org", "example", "invalid", "localhost", "test"] },
];

const reasonByHost = new Map(
  policyLists.flatMap(({ why, hosts }) => hosts.map((host): [string, NotPursuedReason] => [host, why])),
);

/** Null when no list names the domain key. */
export function policyReason(key: string): NotPursuedReason | null {
  const ending = key.slice(key.lastIndexOf(".") + 1);
  return reasonByHost.get(key) ?? reasonByHost.get(ending) ?? null;
}
