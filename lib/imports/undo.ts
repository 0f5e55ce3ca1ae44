import { type Contact, type Trigger, withValues } from "#lib/contacts/contact.ts";

/** An import that has ended, as an undo knows it again in the history of its contacts. */
export type Ended = { id: number; who: string; startedAt: number };

/** A line of the history of a contact, the oldest first. */
export type HistoryLine = {
  source: string;
  who: string;
  at: number;
  runId: number | null;
  changes: readonly (readonly [property: string, before: string, after: string])[];
};

export type WhyKept = "registered" | "requested" | "changed";

/** What undoing an import means for one contact. `left` says that some of its values were changed since, and stay. */
export type Undoing =
  | { is: "deleted" }
  | { is: "put-back"; after: Contact; left: boolean }
  | { is: "kept"; why: WhyKept }
  | { is: "untouched" };

/** True for a contact that came with this import, and was not there before. */
export function isCreatedBy({ who, startedAt }: Ended, lines: readonly HistoryLine[]): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  return first.source === "import" && first.runId === null && first.who === who && first.at >= startedAt;
}

/** What is known of what became of a contact since: its history, and whether its timeline has more (a photo, a public URL). */
export type Since = { lines: readonly HistoryLine[]; isUsed: boolean };

/** A contact that the import created goes, unless somebody has done something with it since. */
export function undoCreated(of: Ended, contact: Contact, { lines, isUsed }: Since): Undoing {
  if (contact.registrationId !== null || contact.status === "REGISTERED") return { is: "kept", why: "registered" };
  if (contact.openKind === "manual") return { is: "kept", why: "requested" };
  const others = lines.slice(1).filter(({ source, runId }) => source !== "engine" && runId !== of.id);
  return isUsed || others.length > 0 ? { is: "kept", why: "changed" } : { is: "deleted" };
}

/** A contact that was there before gets its values back where they still stand as the import left them. */
export function undoEdited(of: Ended, contact: Contact, lines: readonly HistoryLine[]): Undoing {
  const edits = editsOf(of, lines);
  const back = edits.filter(({ name, after }) => (contact.values[name] ?? "") === after);
  const left = edits.some(({ name, before, after }) => ![before, after].includes(contact.values[name] ?? ""));
  if (back.length === 0) return left ? { is: "kept", why: "changed" } : { is: "untouched" };
  const values = { ...contact.values, ...Object.fromEntries(back.map(({ name, before }) => [name, before])) };
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const after = withValues(contact, filled);
  return { is: "put-back", after: { ...after, trigger: triggerOf(contact, after) }, left };
}

// Back on a domain of the portal's it may be attached again; what is still registered asks for nothing.
function triggerOf(before: Contact, after: Contact): Trigger | null {
  const moved = before.domainKey !== after.domainKey;
  return moved && after.openRequest === null ? "imported" : after.trigger;
}

type EditMade = { name: string; before: string; after: string };

/** What the import did to each property in all: several rows of a file may have changed one contact. */
function editsOf({ id }: Ended, lines: readonly HistoryLine[]): EditMade[] {
  const edits = new Map<string, EditMade>();
  for (const { changes } of lines.filter(({ runId }) => runId === id)) {
    for (const [name, before, after] of changes) {
      edits.set(name, { name, before: edits.get(name)?.before ?? before, after });
    }
  }
  return [...edits.values()].filter(({ name, before, after }) => before !== after && !ofRegistration.has(name));
}

// The sync writes them; they follow from the values.
const ofRegistration = new Set([
  "registration_action",
  "registration_expiration_date",
  "registration_status",
  "registration_message",
]);

export const undoDays = 30;

/** The last moment in which an import can be undone (ms since 1970); null where it cannot be. */
export function undoableUntil(run: {
  state: string;
  startedAt: number | null;
  finishedAt: number | null;
  created: number;
  updated: number;
}): number | null {
  const hasEnded = (run.state === "done" || run.state === "failed") && run.startedAt !== null;
  if (!hasEnded || run.finishedAt === null || run.created + run.updated === 0) return null;
  return run.finishedAt + undoDays * 24 * 60 * 60 * 1000;
}
