import { expect, test } from "vitest";
import { digestOf } from "#lib/notices/digest.ts";

const soon = { kind: "expiring", key: "acme.com", about: { expires: "2015-05-06", days: 7 } };
const last = { kind: "expiring", key: "bolt.com", about: { expires: "2015-04-29", days: 0 } };
const gone = { kind: "expired", key: "cask.com", about: { expires: "2015-04-28" } };
const free = { kind: "domain-free", key: "dune.com", about: {} };
const quayside = { hubId: 214_907, name: "Quayside Growth" };
const to = { name: "Bram de Wit", home: "https://dibs.example" };

test("one notice is its own subject", () => {
  const { subject } = digestOf({ ...to, portals: [{ ...quayside, notices: [soon] }] });
  expect(subject).toBe("acme.com expires in 7 days, on May 6, 2015");
});

test("many notices are one letter, by portal, with the way to stop them", () => {
  const sandpit = { hubId: 260_118, name: "Sandpit Studio" };
  const portals = [
    { ...quayside, notices: [soon, last, gone] },
    { ...sandpit, notices: [free] },
  ];
  expect(digestOf({ ...to, portals })).toEqual({
    subject: "4 notices for Quayside Growth and Sandpit Studio",
    text: `Hello Bram de Wit,

Quayside Growth (Hub ID 214907)
- acme.com expires in 7 days, on May 6, 2015.
- bolt.com expires today, on Apr 29, 2015.
- cask.com expired. Its last day was Apr 28, 2015; from now on anyone may register it.

Sandpit Studio (Hub ID 260118)
- dune.com, which you watch, is free. The first to request it will have it.

What expires, and one press to re-register: https://dibs.example/expiring
All notices: https://dibs.example/notices

-- 
You get this because your notices come by e-mail too.
To get none: https://dibs.example/settings#email
`,
  });
});

test("a thousand notices are still a letter", () => {
  const notices = Array.from({ length: 1000 }, () => soon);
  expect(digestOf({ ...to, portals: [{ ...quayside, notices }] }).text).toContain("- and 950 more\n");
});

test("a name that was typed over several lines stays in one", () => {
  const portals = [{ hubId: 1, name: "A\r\nBcc: all@vendor.example", notices: [soon, last] }];
  const { subject, text } = digestOf({ ...to, name: "Bram\n\nClick here", portals });
  expect(subject).toBe("2 notices for A Bcc: all@vendor.example");
  expect(text).toContain("Hello Bram Click here,\n");
});
