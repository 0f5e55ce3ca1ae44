import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readDomain } from "#lib/sales/domain.ts";
import { repairsFrom } from "#lib/sales/domain-reading.ts";
import { refusalInWords } from "#lib/sales/domain-words.ts";

const one = fc.constantFrom<string[]>;

/** One of the words between the blanks. */
function oneOf(words: string): fc.Arbitrary<string> {
  return one(...words.split(/ +/));
}

/** A domain as others spell it: in Unicode, decomposed, in punycode, full-width. */
const names = fc
  .tuple(
    oneOf("acme-widgets.com acme.co.uk bücher.de пример.рф acme.myshopify.com ქართული.com"),
    fc.constantFrom(asIs, decomposed, punycode, fullWidth),
  )
  .map(([name, spell]) => ({ key: punycode(name), spelled: spell(name) }));

const spellings = fc
  .record({
    name: names,
    blanks: fc.tuple(one("", " ", "\u200B", "\u00A0\t"), one("", "\n", "\u200D ", "\uFEFF", "\u3000")),
    quotes: one("", "<>", '""', "''", "“”", "«»"),
    scheme: one("", "//", "http://", "https://", "http:", "HTTPS:\\\\", "http:///", "ｈｔｔｐｓ：／／"),
    below: one("", "www.", "WWW2.", "shop.eu.", "_dmarc.", "bücher.", "xn--bcher-kva."),
    hidden: fc.tuple(one("", "\u200B", "\u2060", "\uFEFF", "\u00AD"), fc.nat(20)),
    capitals: fc.infiniteStream(fc.boolean()),
    end: fc.tuple(one("", ".", "。"), one("", ":", ":80", ":8443", ":0443")),
    rest: one("", "/", "/p/q.html", "/a,b;c|d", "/@jo", "?x=1&y=jo@gmail.com", "#y", "\\z", "/%20", "/www.acme.de"),
  })
  .map(({ name, blanks, quotes, scheme, below, hidden, capitals, end, rest }) => {
    const host = withHidden(below + name.spelled, hidden).replaceAll(/./gu, (letter) =>
      capitals.next().value === true ? letter.toUpperCase() : letter,
    );
    const website = quotes.slice(0, 1) + scheme + host + end.join("") + rest + quotes.slice(1);
    return { key: name.key, typed: blanks.join(website) };
  });

test("30,000 spellings of a domain give one key", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(spellings, ({ key, typed }) => {
      seen.add(typed);
      expect(readDomain(typed)).toMatchObject({ ok: true, key });
    }),
    { numRuns: 40_000 },
  );
  expect(seen.size).toBeGreaterThan(30_000);
});

const letters = oneOf(
  "a b c x y z ä ß ç ø ğ İ ſ - 0 1 9 _ ж щ а е р ς ά ω א ב ג د ع न म ไ ท 東 京 カ ナ 한 글 ❤ · \u0301 \u200C \u200D \u094D",
);
const digitsOfPunycode = oneOf("a b c d e f g h i j k m n o p q s t x y z 0 1 2 3 8 9 -");
const labels = fc.oneof(
  fc.string({ unit: letters, maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: digitsOfPunycode, maxLength: 14 }).map((encoded) => `xn--${encoded}`),
);
const hosts = fc.tuple(labels, oneOf("com de co.uk github.io рф 公司.cn")).map((parts) => parts.join("."));

test("key and display are fixed points", () => {
  let readable = 0;
  fc.assert(
    fc.property(hosts, (typed) => {
      const reading = readDomain(typed);
      if (!reading.ok) return;
      readable++;
      const { key, display, suffix } = reading;
      expect(key).toMatch(/^[a-z\d.-]+$/);
      expect(key.endsWith(`.${suffix}`)).toBe(true);
      for (const again of [key, display]) expect(readDomain(again)).toMatchObject({ ok: true, key, display });
    }),
    { numRuns: 20_000, examples: [["xn--csfamg.com"]] }, // marks of Unicode 17, which two tables put in another order
  );
  expect(readable).toBeGreaterThan(3_000);
});

const crumbs = oneOf(
  'http: https:// htp:// // / \\ @ , ; | . .. : 80 ? # % %2e [ ] xn-- acme acme.com jo@acme.de mailto: www. _ - < > " “ ' +
    "0x7f 256 ::1 ü ß жж 。 ＠ \u200D \uD800 \u0000 localhost facebook.com/x co.uk n/a javascript:",
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.array(fc.oneof(crumbs, one(" ", "\n")), { maxLength: 9 }).map((parts) => parts.join("")),
);

test("whatever is typed is answered: a domain that reads the same again, or a refusal in words and repairs that read", () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const reading = readDomain(typed);
      expect(reading.ok ? "Read." : refusalInWords(reading.no)).toMatch(/^[A-Z].+\.$/);
      for (const domain of repairsFrom(reading)) {
        expect(readDomain(domain)).toMatchObject({ ok: true, display: domain });
      }
    }),
    { numRuns: 60_000 },
  );
});

function asIs(name: string): string {
  return name;
}

function decomposed(name: string): string {
  return name.normalize("NFD");
}

function punycode(name: string): string {
  return new URL(`http://${name}`).hostname;
}

function fullWidth(name: string): string {
  return name
    .replaceAll(/[!--/-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(".", "。");
}

/** Hides a sign without width among the letters, which UTS-46 overlooks, but not in punycode. */
function withHidden(host: string, [sign, at]: [sign: string, at: number]): string {
  return host.includes("xn--") ? host : host.slice(0, at) + sign + host.slice(at);
}
