import type { Source } from "#lib/lists/fields.ts";
import type { Question } from "#lib/lists/question.ts";
import { numberKey, textKey } from "#lib/properties/value-key.ts";

/** One value of a property of the portal's own, as it stands in the index: its contacts lie there in order of their ids. */
export type OneKey = { ownId: number; key: string };

const longestSafe = 199;

/** Null for a question that asks for anything but one such value. */
export function oneKeyOf(question: Question): OneKey | null {
  switch (question.ask) {
    case "any":
    case "all": {
      const [only, ...others] = question.of;
      return only === undefined || others.length > 0 ? null : oneKeyOf(only);
    }
    case "text":
      return question.how === "equals" ? keyOfOne(question.source, question.values) : null;
    case "options":
      return keyOfOne(question.source, question.values);
    case "number": {
      const { source, above, below } = question;
      const isOne = above?.itself === true && below?.itself === true && above.number === below.number;
      return isOne ? ofSource(source, numberKey(above.number)) : null;
    }
    default:
      return null;
  }
}

// Of a long text the index holds the beginning only.
function keyOfOne(source: Source, [value, ...others]: readonly string[]): OneKey | null {
  if (value === undefined || others.length > 0) return null;
  const key = textKey(value);
  return key === value && key.length <= longestSafe ? ofSource(source, key) : null;
}

function ofSource(source: Source, key: string): OneKey | null {
  return source.from === "value" && source.ownId !== undefined ? { ownId: source.ownId, key } : null;
}

/** The same question asked of each contact's values and not of the index: for whoever goes through all contacts anyway. */
export function askedOfEach(question: Question): Question {
  switch (question.ask) {
    case "all":
    case "any":
      return { ...question, of: question.of.map(askedOfEach) };
    case "not":
      return { ...question, of: askedOfEach(question.of) };
    case "in-list":
    case "partner-list":
    case "sent-form":
      return question;
    default:
      return { ...question, source: withoutIndex(question.source) };
  }
}

/** Whether the index of own properties answers it, for all contacts at once. */
export function usesIndex(question: Question): boolean {
  switch (question.ask) {
    case "all":
    case "any":
      return question.of.some(usesIndex);
    case "not":
      return usesIndex(question.of);
    case "blank":
    case "partner-list":
    case "sent-form":
    case "in-list":
      return false;
    default:
      return question.source.from === "value" && question.source.ownId !== undefined;
  }
}

function withoutIndex(source: Source): Source {
  return source.from === "value" ? { from: "value", name: source.name } : source;
}
