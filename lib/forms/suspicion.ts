import type { Values } from "#lib/contacts/contact.ts";

/** Why a submission is held back until a person has looked at it. */
export type Suspicion = "trap" | "too-fast" | "wrong-stamp" | "links";

/** When the form was rendered that was sent (ms since 1970). One that brings no stamp was not rendered by us. */
export type Stamp = "none" | "wrong" | number;

/** Nobody reads and fills a form in less. */
export const quickestMs = 1_500;
const mostLinks = 2;

type Sent = { trap: string; stamp: Stamp; at: number; values: Values };

export function suspicionsOf({ trap, stamp, at, values }: Sent): Suspicion[] {
  const found: Suspicion[] = [];
  if (trap !== "") found.push("trap");
  if (stamp === "wrong") found.push("wrong-stamp");
  else if (stamp !== "none" && at - stamp < quickestMs) found.push("too-fast");
  if (linksIn(values) > mostLinks) found.push("links");
  return found;
}

/** In texts: the website that is asked for is no advertisement. */
function linksIn(values: Values): number {
  const texts = Object.entries(values).filter(([name]) => name !== "website");
  return texts.reduce((sum, [, text]) => sum + (text.match(/https?:\/\/|www\./gi)?.length ?? 0), 0);
}

const words: Record<Suspicion, string> = {
  trap: "a field that nobody sees was filled",
  "too-fast": "it was sent faster than anybody types",
  "wrong-stamp": "it was not sent from the form as it was shown",
  links: `it has more than ${mostLinks} links`,
};

/** "it has more than 2 links, and …"; a word of another program's says no more than that. */
export function suspicionsInWords(why: readonly string[]): string {
  const known = new Map<string, string>(Object.entries(words));
  return why.map((each) => known.get(each) ?? "it looked odd").join(", and ");
}
