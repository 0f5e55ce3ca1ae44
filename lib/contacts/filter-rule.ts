import type { ContactFilter } from "#lib/contacts/filter.ts";
import { emptyRule } from "#lib/lists/draft.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import { type Clause, type Group, operators, type Part } from "#lib/lists/rule.ts";

/**
 * The rule of a list of those whom a filter finds, for the form in which it is looked over and saved. A line that cannot be
 * read stays as one that has to be filled in. An import is no property of a contact: no rule can ask for it.
 */
export function ruleOfFilter(
  { search = "", rule, listId, lifecycleStage, conditions = [] }: ContactFilter,
  partnerListId: (rule: PartnerRule) => number | undefined,
): Group {
  const list = rule === undefined ? listId : partnerListId(rule);
  const parts: Part[] = [
    ...(list === undefined ? [] : [line("list", "is", [String(list)])]),
    ...(lifecycleStage === undefined ? [] : [line("lifecyclestage", "is", [lifecycleStage])]),
    ...conditions.map(({ field, is, values }) => line(field, is, values)),
    ...search.split(/\s+/u).filter(Boolean).map(anywhere),
  ];
  return parts.length === 0 ? emptyRule : { join: "all", parts };
}

function line(field: string, is: string, values: readonly string[]): Clause {
  const operator = operators.find((each) => each === is);
  return operator === undefined ? { field: "", is: "known", values: [] } : { field, is: operator, values };
}

const searched = ["firstname", "lastname", "email", "company", "website"];

/** A word of the search: it is looked for in each of these. */
function anywhere(word: string): Group {
  return { join: "any", parts: searched.map((field) => line(field, "contains", [word])) };
}
