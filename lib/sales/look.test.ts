import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDomain } from "#lib/sales/domain.ts";
import { takenFor } from "#lib/sales/look-letters.ts";
import { lookOf } from "#lib/sales/look.ts";

test.each([
  ["acme-widgets.com", "acmewidgets.com"],
  ["acme-widgets.com", "acrne-vvidgets.com"],
  ["google.com", "g00g1e.com"],
  ["paypal.com", "рaypaӏ.com"],
  ["apple.com", "аррӏе.com"],
  ["bücher.de", "bucher.de"],
  ["faß.de", "fass.de"],
  ["modern.co.uk", "modem.co.uk"],
  ["cloudworks.com", "c1oudworks.com"],
  ["cloudworks.com", "doudworks.com"],
  ["vko.gr", "νκο.gr"],
  ["oslo.github.io", "øslo.github.io"],
  ["bank.com", "ᏏᎪꓠᏦ.com"],
])("%s and %s look the same", (one, other) => {
  expect(lookOf(keyOf(other))).toBe(lookOf(keyOf(one)));
});

test.each([
  ["acme.com", "acme.de"],
  ["acme.co.uk", "acme.com"],
  ["acme.com", "acmes.com"],
  ["clock.com", "dock.com"],
  ["club.com", "dub.com"],
  ["100.com", "loo.com"],
  ["24-7.com", "z4t.com"],
  ["पुल.com", "पल.com"],
  ["あか.jp", "あが.jp"],
])("%s and %s do not", (one, other) => {
  expect(lookOf(keyOf(other))).not.toBe(lookOf(keyOf(one)));
});

/** How each letter may be spelled so that a person reads the same. */
const spellings: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => [letter, [letter, ...Array.from(takenFor[letter] ?? "")]]),
);
const alsoSpelled: Readonly<Record<string, readonly string[]>> = {
  a: ["ä", "å"],
  d: ["cl", "cӏ"],
  e: ["é", "ё"],
  i: ["1", "l", "ï"],
  l: ["i", "1", "ӏ"],
  m: ["rn", "гn"],
  n: ["ñ"],
  o: ["0", "ö", "o-"],
  s: ["5", "š"],
  w: ["vv", "νν"],
};

const letter = fc.constantFrom(...Object.keys(spellings));
const respelled = fc.array(letter, { minLength: 7, maxLength: 12 }).chain((letters) =>
  fc.tuple(
    fc.constant(letters.join("")),
    fc
      .tuple(...letters.map((each) => fc.constantFrom(...(spellings[each] ?? []), ...(alsoSpelled[each] ?? []))))
      .map((parts) => parts.join("")),
  ),
);

test("a name has the look of everything that it can be mistaken for", () => {
  let read = 0;
  fc.assert(
    fc.property(respelled, fc.constantFrom("com", "co.uk", "github.io", "рф"), ([name, spelled], suffix) => {
      const [one, other] = [readDomain(`${name}.${suffix}`), readDomain(`${spelled}.${suffix}`)];
      // A hyphen at the end, or letters of both directions, make no domain.
      if (!one.ok || !other.ok) return;
      read += 1;
      expect(lookOf(other.key)).toBe(lookOf(one.key));
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(10_000);
});

const letters = fc.constantFrom(
  ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-"),
  ...Array.from("äéñøßœабвгдежзиймнощыαβγδςωաբגדبنनमไท東京カが한글❤·\u0301\u200C\u200D\u094D"),
);
const keys = fc
  .tuple(
    fc.oneof(fc.string({ unit: letters, maxLength: 14 }), fc.string({ unit: "grapheme", maxLength: 6 })),
    fc.constantFrom("com", "co.uk", "рф"),
  )
  .map((parts) => parts.join("."));

test("the look of a look is itself, and only the name is looked at", () => {
  let read = 0;
  fc.assert(
    fc.property(keys, (typed) => {
      const reading = readDomain(typed);
      if (!reading.ok) return;
      read += 1;
      const look = lookOf(reading.key);
      expect(lookOf(look)).toBe(look);
      expect(look.endsWith(`.${reading.suffix}`)).toBe(true);
      expect(look.length).toBeGreaterThan(0);
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(5_000);
});

test("whatever it is given, it answers", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string().map((text) => `xn--${text}`),
      ),
      (text) => {
        expect(typeof lookOf(text)).toBe("string");
      },
    ),
    { numRuns: 20_000 },
  );
});

test("every letter of the table can stand in a domain, once, and is not taken for two", () => {
  const all = Object.values(takenFor).flatMap((each) => Array.from(each));
  expect(new Set(all).size).toBe(all.length);
  for (const each of all) {
    expect(readDomain(`${each}${each}.com`)).toMatchObject({ ok: true, display: `${each}${each}.com` });
    expect(each.normalize("NFKD")).toBe(each);
  }
});

test("a look takes less than 10 µs", () => {
  const some = ["acme-widgets-international.co.uk", keyOf("bücher-und-mehr.de"), keyOf("пример-домена.рф")];
  const took = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    for (let round = 0; round < 10_000; round += 1) for (const each of some) lookOf(each);
    return ((performance.now() - begun) * 1000) / (10_000 * some.length);
  });
  expect(Math.min(...took)).toBeLessThan(10);
});

function keyOf(website: string): string {
  const reading = readDomain(website);
  if (!reading.ok) throw new Error(`${website}: ${reading.no}`);
  return reading.key;
}
