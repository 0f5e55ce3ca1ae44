import { mostValues } from "#lib/lists/rule.ts";

/** A line of a filter as somebody asked for it: what it means is looked up when it is asked (checked-conditions.ts). */
export type Condition = { field: string; is: string; values: readonly string[] };

/** More make no filter but a list. */
export const mostConditions = 20;

const between = ":";

/**
 * Conditions as they stand in a URL: "city:is:New~York:Paris lifecyclestage:is:lead". A blank parts two of them, and one that
 * was typed is "~", so that nothing has to be spelled twice.
 */
export function spellConditions(conditions: readonly Condition[]): string {
  return conditions
    .map(({ field, is, values }) => [field, is, ...values].map((part) => plain(part)).join(between))
    .join(" ");
}

/** Reads them back. What cannot be read stays among them and is refused later: a filter never loses a line in silence. */
export function readConditions(spelled: string): Condition[] {
  return spelled
    .slice(0, 20_000)
    .split(" ")
    .filter((each) => each !== "")
    .slice(0, mostConditions + 1)
    .map((each) => {
      const [field = "", is = "", ...values] = each.split(between).map(typed);
      return { field, is, values: values.slice(0, mostValues + 1) };
    });
}

function plain(part: string): string {
  return part.replaceAll(/[%:~]|[^\S ]/gu, (sign) => encodeURIComponent(sign).replace("~", "%7E")).replaceAll(" ", "~");
}

function typed(part: string): string {
  const spaced = part.replaceAll("~", " ");
  try {
    return decodeURIComponent(spaced).replaceAll("\0", "");
  } catch {
    return spaced;
  }
}
