/** Words that people write to say that there is no website. None of them can be a domain. */
const placeholders = new Set([
  "n/a",
  "n.a",
  "n.a.",
  "na",
  "n/a.",
  "nil",
  "no",
  "no website",
  "none",
  "not applicable",
  "not available",
  "nothing",
  "null",
  "pending",
  "tba",
  "tbc",
  "tbd",
  "todo",
  "undefined",
  "unknown",
  "keine",
  "aucun",
  "ninguno",
]);

const onlyStrokes = /^(?:[-–—−_?*]+|x+)$/i;

export function isPlaceholder(text: string): boolean {
  return onlyStrokes.test(text) || (text.length < 16 && placeholders.has(text.toLowerCase()));
}
