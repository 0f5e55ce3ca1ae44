import { type ReasonRule, reasonRules } from "#lib/lists/reasons.ts";

/** Where the queue goes on: after this contact among those that failed the same rules. */
export type Place = { failed: string; id: number };

/** What the address of the queue says: which reason, how grouped, from where on, and which contact is open. */
export type ReviewAddress = { reason: ReasonRule | ""; group: "reason" | "domain"; after: Place | null; at: number };

/** Reads a URL's parameters; what cannot be read is as if it were not there. */
export function readReviewAddress(read: (name: string) => string | undefined): ReviewAddress {
  return {
    reason: reasonRules.find((rule) => rule === read("reason")) ?? "",
    group: read("group") === "domain" ? "domain" : "reason",
    after: readPlace(read("after") ?? ""),
    at: idIn(read("at") ?? ""),
  };
}

export function spellReviewAddress({ reason, group, after, at }: Partial<ReviewAddress>): string {
  const parameters = new URLSearchParams();
  if (reason) parameters.set("reason", reason);
  if (group === "domain") parameters.set("group", group);
  if (after) parameters.set("after", `${after.failed.replaceAll(" ", "-")}.${after.id}`);
  if (at) parameters.set("at", String(at));
  return parameters.size === 0 ? "/review" : `/review?${parameters.toString()}`;
}

function readPlace(spelled: string): Place | null {
  const [, failed, id] = /^(R[1-8](?:-R[1-8]){0,7})\.(\d{1,16})$/.exec(spelled) ?? [];
  return failed === undefined || id === undefined ? null : { failed: failed.replaceAll("-", " "), id: Number(id) };
}

function idIn(spelled: string): number {
  return /^[1-9]\d{0,15}$/.test(spelled) ? Number(spelled) : 0;
}
