import type { Source } from "#lib/lists/fields.ts";
import { belongs, type RegistrationState } from "#lib/lists/partner-lists.ts";
import type { Bound, Question } from "#lib/lists/question.ts";

/** What a rule may look at in a contact. */
export type Subject = RegistrationState & {
  /** Every value in lower case, by property name. */
  folded: Readonly<Record<string, string>>;
  emailKey: string;
  companyKey: string;
  lifecycleStage: string;
  domainKey: string;
  expires: string;
  openKind: string | null;
  conversions: number;
  createdAt: number;
  lastConversionAt: number | null;
};

/** What stands beside a contact: the lists it is in, by id (but for the partner lists), and the names of the forms it sent. */
export type Beside = { lists: ReadonlySet<number>; forms: ReadonlySet<string> };

/** Whether a contact answers the question with yes: the same as `asked` of the store, without it. */
export function holds(question: Question, subject: Subject, beside: Beside): boolean {
  switch (question.ask) {
    case "all":
      return question.of.every((each) => holds(each, subject, beside));
    case "any":
      return question.of.some((each) => holds(each, subject, beside));
    case "not":
      return !holds(question.of, subject, beside);
    case "in-list":
      return question.lists.some((id) => beside.lists.has(id));
    case "partner-list":
      return belongs(question.rule, subject);
    case "sent-form":
      return question.forms.some((name) => beside.forms.has(name));
    case "instant-span":
      return within(instantOf(question.source, subject), question.span);
    case "blank":
      return isBlank(question.source, subject, beside);
    default:
      return holdsOfText(question, textOf(question.source, subject));
  }
}

type OfText = Extract<Question, { ask: "text" | "number" | "text-span" | "options" }>;

function holdsOfText(question: OfText, value: string): boolean {
  switch (question.ask) {
    case "text":
      return question.values.some((wanted) => compares[question.how](value, wanted));
    case "number":
      return value !== "" && isBeyond(Number(value), question.above, 1) && isBeyond(Number(value), question.below, -1);
    case "text-span":
      return value !== "" && within(value, question.span);
    case "options": {
      const chosen = new Set(value.split(";"));
      return question.values.some((wanted) => chosen.has(wanted));
    }
  }
}

const compares = {
  equals: (value: string, wanted: string) => value === wanted,
  contains: (value: string, wanted: string) => value.includes(wanted),
  begins: (value: string, wanted: string) => value.startsWith(wanted),
  ends: (value: string, wanted: string) => value.endsWith(wanted),
};

/** `direction` 1: the number is above the bound; -1: below it. */
function isBeyond(number: number, bound: Bound | null, direction: 1 | -1): boolean {
  if (bound === null || (bound.itself && number === bound.number)) return true;
  return (number - bound.number) * direction > 0;
}

function within<Value extends string | number>(
  value: Value | null,
  { from, below }: { from: Value | null; below: Value | null },
): boolean {
  return value !== null && (from === null || value >= from) && (below === null || value < below);
}

function isBlank(source: Source, subject: Subject, beside: Beside): boolean {
  switch (source.from) {
    case "instant":
      return subject[source.column] === null;
    case "forms":
      return beside.forms.size === 0;
    default:
      return textOf(source, subject) === "";
  }
}

function instantOf(source: Source, subject: Subject): number | null {
  return source.from === "instant" ? subject[source.column] : null;
}

/** The value as it compares. */
export function textOf(source: Source, subject: Subject): string {
  switch (source.from) {
    case "value":
      return Object.hasOwn(subject.folded, source.name) ? (subject.folded[source.name] ?? "") : "";
    case "column":
      return (subject[source.column] ?? "").toLowerCase();
    case "count":
      return String(subject[source.column]);
    default:
      return "";
  }
}
