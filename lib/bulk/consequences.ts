import type { BulkChange } from "#lib/bulk/change.ts";
import { figure } from "#lib/words.ts";

const mostNamed = 3;

/** "12 of them are Registered and will leave acme.com": what it costs those that lose their place on a registration. */
export function leavingInWords(kind: BulkChange["kind"], leaving: Readonly<Record<string, number>>): string {
  const domains = Object.entries(leaving).toSorted(([, a], [, b]) => b - a);
  const many = domains.reduce((sum, [, each]) => sum + each, 0);
  const named = domains.filter(([domain]) => domain !== "").slice(0, mostNamed);
  const others = domains.length - named.length;
  const names = [...named.map(([domain]) => domain), ...(others > 0 ? ["others"] : [])];
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
  const who = many === 1 ? "1 of them is Registered" : `${figure(many)} of them are Registered`;
  const stays = names.length > 1 ? "These domains stay registered" : `${list} stays registered`;
  const without = many === 1 ? "this contact" : "these contacts";
  return kind === "delete"
    ? `${who} with ${list}. ${stays} to your portal.`
    : `${who} and will leave ${list}. ${stays} to your portal, without ${without}.`;
}

/** What becomes of open requests. */
export function requestsInWords(kind: BulkChange["kind"], many: number): string {
  const who = many === 1 ? "1 has an open request" : `${figure(many)} have open requests`;
  if (kind === "delete") return `${who} that will be withdrawn.`;
  return many === 1
    ? `${who}: it goes to the back of the new domain's queue.`
    : `${who}: they go to the back of the new domain's queue.`;
}
