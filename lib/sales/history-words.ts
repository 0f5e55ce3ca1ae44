import type { EventKind } from "#lib/sales/event-kind.ts";
import { nameOfReason } from "#lib/sales/standing.ts";
import { count, longDay } from "#lib/words.ts";

export type Told = { kind: string; before: unknown; after: unknown };

/** What happened, as a partner manager would say it. */
export function eventInWords({ kind, before, after }: Told): string {
  const sentence = sentences.find(([known]) => known === kind)?.[1];
  return sentence === undefined ? kind : sentence(noted(before), noted(after));
}

/** What an event noted, by name; '' for what it did not. */
type Noted = (name: string) => string;

const words: Readonly<Record<EventKind, (before: Noted, after: Noted) => string>> = {
  requested: (_, after) => requested(after),
  upgraded: (_, after) => `Request ${after("receipt")}, made automatically, was asked for by hand.`,
  withdrawn: (before) => `Request ${before("receipt")} withdrawn.`,
  superseded: (before) => `Request ${before("receipt")} given up: the contact's website is another domain now.`,
  decided: (_, after) => `Request ${after("receipt")} decided: ${decided(after)}.`,
  "stands-again": (_, after) =>
    `The values are back on which request ${after("receipt")} was decided: it stands again.`,
  expired: (before) => `Registration expired; its last day was ${dayOf(before("expires"))}.`,
  released: (_, after) => `Registration released by its holder.${sentenceOf(after("reason"))}`,
  revoked: (_, after) => `Registration revoked. ${after("reason")}`,
  "transfer-offered": (_, after) => `Transfer offered to Hub ID ${after("to")}.${sentenceOf(after("reason"))}`,
  "transfer-accepted": (_, after) => `Transfer accepted by Hub ID ${after("to")}.`,
  "transfer-declined": (_, after) => `Transfer ${after("how")}.${sentenceOf(after("reason"))}`,
  transferred: (before, after) => `Transferred from Hub ID ${before("from")} to Hub ID ${after("to")}.`,
  detached: () => "A contact left the domain: its website is another domain now.",
  deleted: () => "A contact of the domain was deleted.",
  restored: (_, after) => {
    if (after("undone") === "edit") return "A contact of the domain has its website back, and is Registered as it was.";
    return after("status") === "REGISTERED"
      ? "A contact of the domain that had been deleted is back, and Registered as it was."
      : "A contact of the domain that had been deleted is back.";
  },
  merged: (before) => `Contact ${before("contact")} was merged into another one.`,
  rekeyed: (_, after) => `Read as ${after("key") || "no domain"} by a new suffix list or new rules. ${after("reason")}`,
  "policy-changed": (_, after) => `Policy ${after("version")} in force. ${after("reason")}`,
  "pursuit-started": (_, after) => `Pursuit started${forAccount(after)}. ${after("reason")}`,
  "pursuit-refused": (_, after) =>
    after("heldUntil") === ""
      ? "Pursuit refused: it was pursued already."
      : `Pursuit refused: held until ${dayOf(after("heldUntil"))}.`,
  "pursuit-ended": (_, after) =>
    `Pursuit ended; ${count(Number(after("availableAgain")), "contact")} available again. ${after("reason")}`,
  "not-pursued": (_, after) => `Put on the not-pursued list: ${reasonNamed(after("why"))}. ${after("reason")}`,
  "pursued-again": (_, after) => `Taken off the not-pursued list. ${after("reason")}`,
  "sync-paused": () => "Sync paused.",
  "sync-resumed": () => "Sync resumed.",
  "accounts-loaded": (_, after) => `Accounts loaded from ${after("file")}.`,
};
const sentences: readonly [string, (before: Noted, after: Noted) => string][] = Object.entries(words);

function requested(after: Noted): string {
  if (after("kind") === "pursuit") return `Pursuit requested${forAccount(after)}. ${after("reason")}`;
  return after("kind") === "manual" ? "Registration requested by hand." : "Registration requested automatically.";
}

const outcomes = new Map([
  ["registered", "registered"],
  ["re-registered", "re-registered"],
  ["pursued", "unavailable, the domain is pursued"],
  ["registered_by_another_partner", "unavailable, another partner holds the domain"],
  ["invalid-data", "invalid data"],
]);

function decided(after: Noted): string {
  const outcome = outcomes.get(after("outcome")) ?? after("outcome");
  return after("expires") === "" ? outcome : `${outcome} until ${dayOf(after("expires"))}`;
}

function forAccount(after: Noted): string {
  return after("account") === "" ? "" : ` for ${after("account")}`;
}

function reasonNamed(why: string): string {
  const names: readonly [string, string][] = Object.entries(nameOfReason);
  return names.find(([known]) => known === why)?.[1] ?? why;
}

function sentenceOf(reason: string): string {
  return reason === "" ? "" : ` ${reason}`;
}

function dayOf(day: string): string {
  return day === "" ? "the end" : longDay(day);
}

function noted(value: unknown): Noted {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return (name) => {
    const known: unknown = entries.find(([key]) => key === name)?.[1];
    return typeof known === "string" || typeof known === "number" ? String(known) : "";
  };
}
