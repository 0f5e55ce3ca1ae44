import { takenFor } from "#lib/sales/look-letters.ts";
import { decodePunycode } from "#lib/sales/punycode.ts";

/**
 * What a domain key looks like: keys that a person can mistake for one another have one look, and a look has itself. Only the
 * name before the public suffix is looked at, so acme.com and acme.de stay two. For warnings, never for a decision.
 */
export function lookOf(key: string): string {
  const [label = ""] = key.split(".", 1);
  return shapeOf(label) + key.slice(label.length);
}

function shapeOf(label: string): string {
  const name = written(label).replaceAll(overlooked, "");
  // A number is meant as a number: 100.com is not taken for a word.
  if (/^\d*$/.test(name)) return name;
  const shape = drawn(ascii.test(name) ? name : name.normalize("NFKD").replaceAll(accents, ""));
  // In a short name cl and d make two words, clock and dock; in a long one nobody sees the difference.
  const strokes = shape.replaceAll("d", "cl");
  return strokes.length < longName ? shape : strokes;
}

function written(label: string): string {
  return label.startsWith("xn--") ? (decodePunycode(label.slice(4)) ?? label) : label;
}

function drawn(name: string): string {
  let shape = "";
  for (const letter of name) shape += shapes.get(letter) ?? letter;
  return shape;
}

const longName = 7;
const ascii = /^[ -~]*$/;
// Hyphens, points in the middle, and joiners that nobody sees.
const overlooked = /[-·・\u200C\u200D]/g;
// Of Latin, Greek and Cyrillic; marks of other scripts are vowels, and make other words.
const accents = /[\u0300-\u036F]/g;

// A wide letter is drawn as the narrow ones that it is mistaken for. So letters are looked at one by one, and whatever stands
// beside them, every spelling ends in the same strokes.
const latin: Readonly<Record<string, string>> = { m: "rn", w: "vv", i: "l", "0": "o", "1": "l", "5": "s" };

const shapes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(latin),
  ...Object.entries(takenFor).flatMap(([meant, letters]) =>
    Array.from(letters, (letter): [string, string] => [
      letter,
      Array.from(meant, (part) => latin[part] ?? part).join(""),
    ]),
  ),
]);
