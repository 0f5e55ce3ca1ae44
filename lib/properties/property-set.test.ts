import { expect, test } from "vitest";
import { arrangedAtFirst, askedOfNew, labelIn, propertySet, standardSet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";

const nick: Property = { name: "nick", label: "Nick", group: "contact", type: "text", hint: "", ownId: 1 };
const old: Property = { ...nick, name: "old", label: "Old", ownId: 2, archived: true };

test("a portal that has arranged nothing sees the groups of the guide, and its own properties after the others", () => {
  const { groups, all } = propertySet([nick], arrangedAtFirst);
  expect(groups.map(({ label }) => label)).toEqual([
    "Contact",
    "Analytics",
    "Company Information",
    "Conversion Information",
    "Email",
    "Owner Information",
    "Social Media",
    "Salesforce",
    "Other Properties",
    "Calls",
    "Partner Registration Information",
  ]);
  expect(all.at(-1)).toBe(nick);
});

test("what is named in the portal's order comes first, and what is new follows", () => {
  const arranged = { groups: ["calls", "nowhere", "contact"], properties: ["nick", "email"], starred: [] };
  const { groups, all } = propertySet([nick], arranged);
  expect(groups.slice(0, 3).map(({ name }) => name)).toEqual(["calls", "contact", "analytics"]);
  expect(all.slice(0, 3).map(({ name }) => name)).toEqual(["nick", "email", "firstname"]);
  expect(all).toHaveLength(standardSet.all.length + 1);
});

test("archived ones are there by name, and neither writable nor starred", () => {
  const set = propertySet([nick, old], { groups: [], properties: [], starred: ["old", "nick", "gone", "email"] });
  expect(set.named("old")).toBe(old);
  expect(set.writable).not.toContain(old);
  expect(set.starred.map(({ name }) => name)).toEqual(["nick", "email"]);
  expect(labelIn(set, "old")).toBe("Old");
  expect(labelIn(set, "gone")).toBe("gone");
  expect(set.named("constructor")).toBeUndefined();
});

test("a new contact is asked for what registration needs, and for what is starred and people may write", () => {
  const starred = ["nick", "old", "email", "recent_conversion"];
  const asked = askedOfNew(propertySet([nick, old], { groups: [], properties: [], starred }));
  expect(asked.map(({ name }) => name)).toEqual([
    "firstname",
    "lastname",
    "email",
    "company",
    "website",
    "lifecyclestage",
    "nick",
  ]);
});
