/** The typed text without what nobody meant to type: blanks around it, one pair of quotes, full-width spelling. */
export function tidied(typed: string): string {
  const text = trimmed(plain.test(typed) ? typed : halfWidth(typed.normalize("NFC")));
  return text.length > 1 && pairs.has(text.charAt(0) + text.charAt(text.length - 1))
    ? trimmed(text.slice(1, -1))
    : text;
}

export function hasControls(text: string): boolean {
  return !plain.test(text) && control.test(text);
}

const plain = /^[ -~]*$/;
// Tabs and line ends are blanks, so that two websites from one spreadsheet cell are seen as two.
const control = /(?![\t-\r])\p{Cc}/u;
const blank = /\p{White_Space}|\u200B|\u200C|\u200D|\u2060|\uFEFF/u;
const pairs = new Set(["<>", '""', "''", "``", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›"]);

// A loop, because /\s+$/ takes quadratic time on a long row of blanks.
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && blank.test(text.charAt(from))) from++;
  while (to > from && blank.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

// UTS-46 does the same to the host; here it also reaches "：／／" and "＠", which decide what the text is.
function halfWidth(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[。｡]/g, ".");
}
