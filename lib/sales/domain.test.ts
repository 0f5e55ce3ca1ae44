import suffixList from "tldts/package.json" with { type: "json" };
import { describe, expect, test } from "vitest";

import { type DomainReading, readDomain, suffixListVersion } from "#lib/sales/domain.ts";

/** The key with its warnings, or the sub-code with what is suggested: "acme.com +port-ignored", "website.is_email ?acme.com". */
function inShort(reading: DomainReading): string {
  return reading.ok
    ? [reading.key, ...reading.warnings.map((warning) => `+${warning}`)].join(" ")
    : [reading.no, ...(reading.suggest ?? []).map((domain) => `?${domain}`)].join(" ");
}

/** Several spellings with one outcome. */
function all(read: string, ...typed: string[]): [typed: string, read: string][] {
  return typed.map((spelling) => [spelling, read]);
}

const long = (length: number) => "a".repeat(length);

/** What is typed, and what is read: the table of the rules, then their order and their edges. */
const readings: Record<string, [typed: string, read: string][]> = {
  "the table of the rules": [
    ["HTTPS://WWW.Acme-Widgets.COM/", "acme-widgets.com"],
    ["http://acme-widgets.com:80/p?x=1#y", "acme-widgets.com"],
    ["www.acme-widgets.com.", "acme-widgets.com"],
    ["acme-widgets.com..", "domain.empty_label"],
    ["//acme-widgets.com/path", "acme-widgets.com"],
    ["https//acme-widgets.com", "website.scheme_typo ?acme-widgets.com"],
    ["ftp://acme-widgets.com", "website.scheme"],
    ["javascript:alert(1)", "website.scheme"],
    ["shop.eu.acme-widgets.com", "acme-widgets.com +subdomain-folded"],
    ["www.acme-widgets.co.uk", "acme-widgets.co.uk"],
    ["co.uk", "domain.is_public_suffix"],
    ["acme-widgets.com:8443", "acme-widgets.com +port-ignored"],
    ["https://user@acme-widgets.com/", "website.userinfo"],
    ["info@acme-widgets.com", "website.is_email ?acme-widgets.com"],
    ["192.168.0.1", "website.ip"],
    ["http://0x7f.1/", "website.ip"],
    ["2130706433", "website.ip"],
    ["localhost", "domain.single_label"],
    ["acme.local", "domain.unknown_suffix"],
    ["acme.onion", "domain.unknown_suffix"],
    ["bücher.de", "xn--bcher-kva.de"],
    ["xn--bcher-kva.de", "xn--bcher-kva.de"],
    ["faß.de", "xn--fa-hia.de"],
    ["fass.de", "fass.de"],
    ["ａｃｍｅ－widgets。com", "acme-widgets.com"],
    ["xn--a", "website.unparsable"],
    ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
    ["acme.github.io", "acme.github.io +platform-hosted"],
    ["github.io", "domain.is_public_suffix"],
    ["s3.amazonaws.com", "domain.is_public_suffix"],
    ["https://www.facebook.com/acme", "website.profile_url"],
    ["gmail.com", "gmail.com"],
    ["www.hubspot.com", "hubspot.com"],
    ["acme widgets.com", "website.whitespace"],
    ["acme-widgets.com, acme-widgets.de", "website.multiple ?acme-widgets.com ?acme-widgets.de"],
    ["-acme.com", "domain.label_chars"],
    ["ac_me.com", "domain.label_chars"],
    ["_dmarc.acme-widgets.com", "acme-widgets.com +subdomain-folded"],
    ["n/a", "website.placeholder"],
    ["acme-widgets,com", "website.comma_for_dot ?acme-widgets.com"],
  ],
  "1 blanks, quotes, controls, placeholders": [
    ["", "website.empty"],
    [" \u200B\u00A0\uFEFF\u3000\n", "website.empty"],
    ["< >", "website.empty"],
    ["\u2060\t<https://acme.com>\u200D\u0085", "acme.com"],
    ["“acme.com”", "acme.com"],
    ["'acme.com\"", "domain.unknown_suffix"],
    ["bu\u0308cher.de", "xn--bcher-kva.de"],
    ["acme.com\u0000", "website.unparsable"],
    ["\u0007n/a", "website.unparsable"],
    [`acme.com/${long(2048 - 9)}`, "acme.com"],
    [`acme.com/${long(2049 - 9)}`, "website.unparsable"],
    ...all("website.placeholder", "None", "-", "TBD", "—", "n.a.", "xxx"),
    ["none.com", "none.com"],
  ],
  "2 an e-mail before several, several before blanks, blanks before a comma": [
    ["MAILTO:jo@acme.com?subject=a b,c", "website.is_email ?acme.com"],
    ["mailto:jo@acme.com,al@acme.de", "website.is_email ?acme.com ?acme.de"],
    ["Jo Day <jo@eu.acme.com>", "website.is_email ?acme.com"],
    ...all("website.is_email", "mailto:", "jo@gmail.com", "jo@localhost"),
    ["jo@zoho.com", "website.is_email ?zoho.com"],
    ["a@gmail.com; b@acme.com", "website.multiple ?acme.com"],
    ['"acme.com" and <https://acme.de/x>', "website.multiple ?acme.com ?acme.de"],
    ["acme。com，acme。de", "website.multiple ?acme.com ?acme.de"],
    ["acme.com\nwww.acme.com", "website.multiple ?acme.com"],
    ["https://acme.com/x,https://acme.de/y", "website.multiple ?acme.com ?acme.de"],
    ["acme.com/,acme.de/", "website.multiple ?acme.com ?acme.de"],
    ["https://jo:secret@acme.com acme.de", "website.multiple ?acme.de"],
    ["acme, com", "website.whitespace"],
    ["https://acme.com/a b", "website.whitespace"],
    ["www.acme,co.uk", "website.comma_for_dot ?acme.co.uk"],
    ["acme,nowhere", "website.comma_for_dot"],
    ...all("acme.com", "https://acme.com/a,b.html?c,d|e;f@g", "https://acme.com/x,acme.de/y"),
  ],
  "3 schemes": [
    ["http:acme.com", "acme.com"],
    ["hTTps:\\\\acme.com\\x", "acme.com"],
    ["ｈｔｔｐｓ：／／ａｃｍｅ．ｃｏｍ／ｘ", "acme.com"],
    ["htp://www.acme.com/x", "website.scheme_typo ?acme.com"],
    ["http;//acme.com", "website.scheme_typo ?acme.com"],
    ["http://https//HTTPS://bücher.de", "website.scheme_typo ?bücher.de"],
    ["ttps://localhost", "website.scheme_typo"],
    ...all("website.scheme", "ssh://acme.com", "sip:jo@acme.com", "tel:+44123"),
    ...all("domain.single_label", "localhost:8080", "htp:8080"),
    ["https.com//x", "https.com"],
  ],
  "4 user information and profile pages": [
    ["jo:secret@acme.com", "website.userinfo"],
    ["@acme.com", "website.userinfo"],
    ["https://jo@192.168.0.1", "website.userinfo"],
    ["acme.com:99999", "website.unparsable"],
    ["https://acme.com:8443/@jo", "acme.com +port-ignored"],
    ["facebook.com/?ref=x", "facebook.com"],
    ["uk.linkedin.com./in/jo", "website.profile_url"],
    ["https://sites.google.com/view/x", "website.profile_url"],
    ["https://www.google.de/maps/place/Acme", "website.profile_url"],
    ["https://www.google.de/intl", "google.de"],
    ["twitter.com/#!/acme", "website.profile_url"],
    ["notfacebook.com/acme", "notfacebook.com"],
  ],
  "5 addresses of computers": [
    ...all("website.ip", "http://[::1]:80/", "::1", "fe80::1%eth0", "[2001:db8::1]"),
    ...all("website.ip", "１９２．１６８．０．１", "192.168.0.1.", "999.1.1.1", "1.2.3.4.5:80/x"),
    ["http://[::zz]", "website.unparsable"],
    ["acme.123", "website.unparsable"],
  ],
  "6 the shape of the name": [
    ["acme..com", "domain.empty_label"],
    ["http://.acme.com", "domain.empty_label"],
    [`${long(64)}.bücher.nowhere`, "domain.length"],
    [`${long(63)}.com`, `${long(63)}.com`],
    [`${`${long(50)}.`.repeat(5)}com`, "domain.length"],
    ["xn--a.acme.com", "website.unparsable"],
    ["xn--acme-.com", "website.unparsable"],
    ["xn--ACME.com", "website.unparsable"],
    ["ac\u200Bme.com", "acme.com"],
    ["ac\u200Dme.com", "website.unparsable"],
    ["\uD800.com", "website.unparsable"],
    ["STRAẞE.de", "xn--strae-oqa.de"],
  ],
  "7 the suffix": [
    ...all("domain.unknown_suffix", "acme.test", "acme.internal", "home.arpa", "x.in-addr.arpa", "ac_me.nowhere"),
    ["www2.www.ck", "www.ck"],
    ["acme.ck", "domain.is_public_suffix"],
    ["www.acme.公司.cn", "acme.xn--55qx5d.cn"],
    ["acme.myshopify.com", "acme.myshopify.com +platform-hosted"],
    ["a.b.acme.myshopify.com:1", "acme.myshopify.com +platform-hosted +subdomain-folded +port-ignored"],
  ],
  "8 the characters of a label": [
    ...all("domain.label_chars", "acme-.com", "ab--cd.com", "ac!me.com", "a-.acme.com"),
    ...all("domain.label_chars", "-bü.de", "bü-.de", "ab--ü.de", "bü_x.de", "“a”b.com"),
    ["bü_x.acme.de", "acme.de +subdomain-folded"],
    ["i❤.ws", "xn--i-7iq.ws"],
  ],
  "10 scripts": [
    ["a\u0441me.com", "xn--ame-4ed.com +mixed-script"],
    ["\u0430\u0440\u0440\u04CF\u0435.com", "xn--80ak6aa92e.com +mixed-script"],
    ["\u0430\u0441\u0435.рф", "xn--80ak9a.xn--p1ai"],
    ["пример.com", "xn--e1afmkfd.com"],
    ["東京カナabc.jp", "xn--abc-jj4b4fx94pgiyb.jp"],
    ["ไทย.com", "xn--o3cw4h.com"],
  ],
};

describe.each(Object.entries(readings))("%s", (_rule, rows) => {
  test.each(rows)("%j is read as %s", (typed, read) => {
    expect(inShort(readDomain(typed))).toBe(read);
  });
});

test("a reading says all that is stored: host and key as the network writes them, display as people do", () => {
  expect(readDomain("https://Shop.BÜCHER.co.uk:8443/x")).toEqual({
    ok: true,
    key: "xn--bcher-kva.co.uk",
    display: "bücher.co.uk",
    host: "shop.xn--bcher-kva.co.uk",
    warnings: ["subdomain-folded", "port-ignored"],
    suffix: "co.uk",
  });
  expect(readDomain("www.пример.рф")).toMatchObject({ host: "www.xn--e1afmkfd.xn--p1ai", display: "пример.рф" });
});

test("a refusal without a safe repair offers none", () => {
  expect(readDomain("jo@gmail.com")).toStrictEqual({ ok: false, no: "website.is_email" });
});

// A new list can give new keys: whoever takes one changes this version, and the keys, on purpose.
test("the version stored with a key is that of the suffix list", () => {
  expect(suffixListVersion).toBe(`tldts ${suffixList.version}`);
});
