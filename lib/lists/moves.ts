import type { Source } from "#lib/lists/fields.ts";
import { type Beside, holds, type Subject } from "#lib/lists/holds.ts";
import type { Question } from "#lib/lists/question.ts";

/** A smart list of the portal's own, ready to be asked; lists stand behind those that their rules name. */
export type RuledList = {
  id: number;
  question: Question;
  /** The parts of a contact that the rule looks at, and the lists that it names. */
  watches: ReadonlySet<string>;
  names: ReadonlySet<number>;
};

/** A contact that has changed. `lists` are those of the portal's own that it is in, `moved` those that it joined or left just now. */
export type Affected = {
  contactId: number;
  /** Null for one that is deleted. */
  subject: Subject | null;
  /** The parts that differ; "new" for a contact that nobody has asked yet. */
  changed: ReadonlySet<string> | "new";
  beside: Beside;
  moved: ReadonlySet<number>;
};

export type Move = { listId: number; contactId: number; joined: boolean };

/** Who joins and who leaves which list. Only lists whose rule looks at what has changed are asked. */
export function movesOf(lists: readonly RuledList[], contacts: readonly Affected[]): Move[] {
  return contacts.flatMap((contact) => {
    const { contactId, subject, beside } = contact;
    if (subject === null) return [...beside.lists].map((listId) => ({ listId, contactId, joined: false }));
    const now = { lists: new Set(beside.lists), forms: beside.forms };
    const moved = new Set(contact.moved);
    const moves: Move[] = [];
    for (const { id, question, watches, names } of lists) {
      if (!concerns(contact.changed, watches) && !meet(moved, names)) continue;
      const [was, is] = [now.lists.has(id), holds(question, subject, now)];
      if (was === is) continue;
      moves.push({ listId: id, contactId, joined: is });
      moved.add(id);
      if (is) now.lists.add(id);
      else now.lists.delete(id);
    }
    return moves;
  });
}

/** Whether a contact that changed so has to be asked again. */
export function concerns(changed: ReadonlySet<string> | "new", watches: ReadonlySet<string>): boolean {
  return changed === "new" || meet(changed, watches);
}

export function meet<Value>(some: ReadonlySet<Value>, others: ReadonlySet<Value>): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

/** The parts of a contact that a question looks at, and the lists that it names. */
export function lookedAt(question: Question): { watches: Set<string>; names: Set<number> } {
  const looked = { watches: new Set<string>(), names: new Set<number>() };
  collect(question, looked);
  return looked;
}

function collect(question: Question, looked: { watches: Set<string>; names: Set<number> }): void {
  switch (question.ask) {
    case "all":
    case "any":
      for (const each of question.of) collect(each, looked);
      break;
    case "not":
      collect(question.of, looked);
      break;
    case "in-list":
      for (const id of question.lists) looked.names.add(id);
      break;
    case "partner-list":
      for (const part of ["status", "openRequest", "lapsedOn"]) looked.watches.add(part);
      break;
    case "sent-form":
      looked.watches.add("conversions");
      break;
    default:
      looked.watches.add(partOf(question.source));
  }
}

function partOf(source: Source): string {
  switch (source.from) {
    case "value":
      return valuePart(source.name);
    case "column":
    case "count":
    case "instant":
      return source.column;
    case "forms":
      return "conversions";
    case "lists":
      return "lists";
  }
}

// A property may be called like a column.
function valuePart(name: string): string {
  return `value ${name}`;
}

const columns = [
  "emailKey",
  "companyKey",
  "lifecycleStage",
  "domainKey",
  "status",
  "expires",
  "openKind",
  "openRequest",
  "lapsedOn",
  "conversions",
  "lastConversionAt",
] as const;

/** The parts in which a contact differs from what it was. */
export function partsBetween(before: Subject, after: Subject): Set<string> {
  const parts = new Set<string>(columns.filter((column) => before[column] !== after[column]));
  if (before.folded === after.folded) return parts;
  for (const name of new Set([...Object.keys(before.folded), ...Object.keys(after.folded)])) {
    if (before.folded[name] !== after.folded[name]) parts.add(valuePart(name));
  }
  return parts;
}

/** Lists so that each stands behind those that its rule names. Two that name each other cannot be: `createList` refuses it. */
export function inOrderOfNames(lists: readonly RuledList[]): RuledList[] {
  const byId = new Map(lists.map((each) => [each.id, each]));
  const ordered = new Map<number, RuledList>();
  const add = (each: RuledList, above: ReadonlySet<number>) => {
    if (ordered.has(each.id) || above.has(each.id)) return;
    for (const id of each.names) {
      const named = byId.get(id);
      if (named !== undefined) add(named, new Set([...above, each.id]));
    }
    ordered.set(each.id, each);
  };
  for (const each of lists) add(each, new Set());
  return [...ordered.values()];
}
