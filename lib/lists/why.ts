import type { Fields } from "#lib/lists/fields.ts";
import { type Beside, holds, type Subject, textOf } from "#lib/lists/holds.ts";
import { type AsOf, ofClause } from "#lib/lists/question.ts";
import { type Clause, type Group, isGroup, type Rule } from "#lib/lists/rule.ts";
import { dayIn } from "#lib/day.ts";
import { clauseInWords } from "#lib/lists/rule-words.ts";
import { longDay } from "#lib/words.ts";

/** One line of the answer to "Why is this contact in this list?": what was asked, what was seen, and whether it holds. */
export type Reason =
  | { kind: "line"; words: string; seen: string; holds: boolean }
  | { kind: "group"; join: "all" | "any"; holds: boolean; of: readonly Reason[] };

type Case = { subject: Subject; beside: Beside; values: Readonly<Record<string, string>> };

/** Every line of the rule, whether it holds of this contact, and the value that it looked at. */
export function reasonsOf(rule: Rule, of: Case, { fields, asOf }: { fields: Fields; asOf: AsOf }): Reason {
  return groupReason(rule, of, { fields, asOf });
}

function groupReason(group: Group, of: Case, by: { fields: Fields; asOf: AsOf }): Extract<Reason, { kind: "group" }> {
  const reasons = group.parts.map((part) => (isGroup(part) ? groupReason(part, of, by) : lineReason(part, of, by)));
  const every = reasons.every((reason) => reason.holds);
  const some = reasons.some((reason) => reason.holds);
  return { kind: "group", join: group.join, holds: group.join === "all" ? every : some, of: reasons };
}

function lineReason(clause: Clause, of: Case, { fields, asOf }: { fields: Fields; asOf: AsOf }): Reason {
  return {
    kind: "line",
    words: clauseInWords(clause, fields),
    seen: seenBy(clause, of, { fields, asOf }),
    holds: holds(ofClause(clause, fields, asOf), of.subject, of.beside),
  };
}

function seenBy(
  { field: name }: Clause,
  { subject, beside, values }: Case,
  { fields, asOf }: { fields: Fields; asOf: AsOf },
): string {
  const field = fields.named(name);
  if (field === undefined) return "";
  const { source, options = [] } = field;
  const labelOf = (value: string) =>
    options.find((option) => option.value.toLowerCase() === value.toLowerCase())?.label ?? value;
  switch (source.from) {
    case "lists":
      return [...beside.lists].map(String).map(labelOf).join(", ");
    case "forms":
      return [...beside.forms].join(", ");
    case "instant": {
      const at = subject[source.column];
      return at === null ? "" : longDay(dayIn(asOf.timeZone, at));
    }
    default:
      // As it was typed; what the program alone writes stands in the subject.
      return (values[name] ?? textOf(source, subject)).split(";").map(labelOf).join(", ");
  }
}
