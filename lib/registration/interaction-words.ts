import type { Change } from "#lib/contacts/contact.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import type { Interaction } from "#lib/registration/interactions.ts";
import { timelineInWords } from "#lib/registration/timeline.ts";
import { longDay } from "#lib/words.ts";

/** What the words of a line are made with. */
export type Around = {
  /** `importId` is the import that brought it; null where that is not sure. */
  contact: { createdAt: number; importId: number | null };
  set: Pick<PropertySet, "named">;
  timeZone: string;
};

type Line<Row> = Row & { id: number; at: number; who: string };
type HistoryRow = Line<{ source: string; changes: readonly Change[]; runId: number | null }>;

// What the sync, a form or a merge wrote into the properties stands in a line of their own too.
const decision = { source: "events", kind: "registration" } as const;
const submission = { source: "conversions", kind: "form" } as const;
const merge = { source: "events", kind: "merge" } as const;

/** One save of properties: what came of it depends on who saved. */
export function historyInteraction(row: HistoryRow, around: Around): Interaction {
  const { id, at, who } = row;
  const line = { source: "history", id, at, who, href: "", echoes: null } as const;
  const email = isCreation(row, around) ? undefined : emailInWords(row, around);
  if (email !== undefined) return { ...line, kind: "email", words: email };
  switch (row.source) {
    case "engine":
      return { ...line, kind: "registration", words: registrationInWords(row.changes), echoes: decision };
    case "form":
      return { ...line, kind: "form", words: `Filled ${named(row, around)} by a form`, echoes: submission };
    case "import":
      return { ...line, kind: "import", words: importInWords(row, around), href: importOf(row, around) };
    default:
      return { ...line, kind: "change", words: changeInWords(row, around), echoes: merge };
  }
}

function isCreation({ at }: HistoryRow, { contact }: Around): boolean {
  return at === contact.createdAt;
}

const ofEmail = new Set(["email_opt_out", "email_opt_reason", "email_bounced"]);

function emailInWords(row: HistoryRow, around: Around): string | undefined {
  const told = standingInWords(row.changes);
  const others = row.changes.filter(([name]) => !ofEmail.has(name));
  if (told === undefined || others.length === 0) return told;
  return `${told}, and changed ${named({ changes: others }, around)}`;
}

function standingInWords(changes: readonly Change[]): string | undefined {
  const of = (name: string) => changes.find(([property]) => property === name);
  const [optOut, bounced, reason] = [of("email_opt_out"), of("email_bounced"), of("email_opt_reason")?.[2] ?? ""];
  const because = reason === "" ? "" : `: “${reason}”`;
  if (optOut?.[2] === "true") return `Opted out of e-mail${because}`;
  if (optOut?.[1] === "true") return `Opted in to e-mail again${because}`;
  if (bounced === undefined) return undefined;
  return bounced[2] === "" ? "E-mail is no longer marked as bounced" : `E-mail bounced on ${longDay(bounced[2])}`;
}

/** The sync changed what nobody asked it about: a registration ended, or was moved on for all contacts of its domain. */
function registrationInWords(changes: readonly Change[]): string {
  const of = (name: string) => changes.find(([property]) => property === name);
  const [status, expires] = [of("registration_status"), of("registration_expiration_date")];
  if (status?.[2] === "" && status[1] === "REGISTERED")
    return `No longer registered${expires?.[1] ? `, it was until ${longDay(expires[1])}` : ""}`;
  if (status?.[2] === "") return "The last answer no longer holds: ask again";
  if (expires !== undefined && expires[2] !== "") return `Registered until ${longDay(expires[2])}`;
  return of("registration_message")?.[2] || "Looked at by the sync";
}

function importInWords(row: HistoryRow, around: Around): string {
  return isCreation(row, around) ? "Added by an import" : `Filled ${named(row, around)} by an import`;
}

/** Lines of contacts that were there name their import; by which one somebody came, the contact says. */
function importOf(row: HistoryRow, around: Around): string {
  const id = row.runId ?? (isCreation(row, around) ? around.contact.importId : null);
  return id === null ? "" : `/imports/${id}`;
}

function changeInWords(row: HistoryRow, around: Around): string {
  if (isCreation(row, around)) return "Added";
  const { changes } = row;
  const [first] = changes;
  const through = row.source === "api" ? " through the API" : "";
  if (first !== undefined && changes.length === 1) return `${changedTo(first, around)}${through}`;
  return `Changed ${named(row, around)}${through}`;
}

function changedTo([name, , after]: Change, { set, timeZone }: Around): string {
  const value = shownValue(set.named(name), after, timeZone);
  if (value === "") return `Cleared ${labelIn(set, name)}`;
  return `Changed ${labelIn(set, name)} to ${value.length > 80 ? `${value.slice(0, 80)}…` : value}`;
}

const mostNamed = 4;

/** "First Name, City and 3 more". */
function named({ changes }: Pick<HistoryRow, "changes">, { set }: Around): string {
  const labels = changes.map(([name]) => labelIn(set, name));
  const first = labels.slice(0, mostNamed);
  if (labels.length > mostNamed) return `${first.join(", ")} and ${labels.length - mostNamed} more`;
  return [first.slice(0, -1).join(", "), first.at(-1)].filter(Boolean).join(" and ");
}

type MoveRow = Line<{ joined: boolean; listId: number; name: string }>;

export function listInteraction({ id, at, who, joined, listId, name }: MoveRow): Interaction {
  const words = `${joined ? "Joined" : "Left"} the list “${name}”`;
  return { source: "lists", id, at, who, kind: "list", words, href: `/lists/${listId}`, echoes: null };
}

type ConversionRow = { id: number; at: number; form: string; page: string };

export function conversionInteraction({ id, at, form, page }: ConversionRow): Interaction {
  const words = `Sent the form “${form}”`;
  return { source: "conversions", id, at, who: page, kind: "form", words, href: "", echoes: null };
}

type EventRow = { number: number; at: number; kind: string; who: string; before: unknown; after: unknown };

export function eventInteraction(row: EventRow): Interaction {
  const { number: id, at, who } = row;
  const kind = row.kind === "merged" ? "merge" : "registration";
  return { source: "events", id, at, who, kind, words: timelineInWords(row), href: "", echoes: null };
}

const doneInWords = {
  "link-made": { kind: "link", words: "Made a public URL" },
  "link-revoked": { kind: "link", words: "Revoked the public URL" },
  "photo-set": { kind: "change", words: "Set the photo" },
  "photo-removed": { kind: "change", words: "Removed the photo" },
} as const;

type DoneRow = Line<{ kind: keyof typeof doneInWords; about: string }>;

export function doneInteraction({ id, at, who, kind, about }: DoneRow): Interaction {
  const told = doneInWords[kind];
  const words = about === "" ? told.words : `${told.words}: ${about}`;
  return { source: "interactions", id, at, who, kind: told.kind, words, href: "", echoes: null };
}
