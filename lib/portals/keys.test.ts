import { expect, test } from "vitest";
import { commandOf, keyMapOf, keysAsMade, readKeys, spellKeyMap } from "#lib/portals/keys.ts";

const asMade = { on: true, keys: keysAsMade };

test("as made no two commands of a place have the same key", () => {
  expect(readKeys((name) => keysAsMade[name])).toEqual({ keys: keysAsMade, problems: {} });
});

test("a key does what it says in its place, and nothing elsewhere", () => {
  expect(commandOf(asMade, "j", "rows")).toBe("next");
  expect(commandOf(asMade, "J", "review")).toBe("next");
  expect(commandOf(asMade, " ", "rows")).toBe("preview");
  expect(commandOf(asMade, "x", "rows")).toBe("choose");
  expect(commandOf(asMade, "x", "review")).toBe("dismiss");
  expect(commandOf(asMade, "x", "everywhere")).toBeUndefined();
  expect(commandOf(asMade, "Enter", "rows")).toBeUndefined();
});

test("whoever wants no single keys has none", () => {
  for (const key of Object.values(keysAsMade)) {
    expect(commandOf({ ...asMade, on: false }, key === "Space" ? " " : key, "rows")).toBeUndefined();
  }
});

test("a key is changed, or taken away, and the cookie keeps it", () => {
  const { keys, problems } = readKeys((name) => ({ ...keysAsMade, next: "n ", add: "" })[name]);
  expect(problems).toEqual({});
  const kept = keyMapOf(spellKeyMap({ on: false, keys }));
  expect(kept).toEqual({ on: false, keys: { ...keysAsMade, next: "n", add: "" } });
  expect(spellKeyMap(asMade)).toBe("");
});

test("what is no single key, and what another command has, is said beside it", () => {
  const typed = { ...keysAsMade, next: "down", skip: "Z", preview: "?" };
  const { problems } = readKeys((name) => typed[name]);
  expect(problems.next).toMatch(/^One key/);
  expect(problems.undo).toBe("Z is the key for “Skip” already. Choose another one.");
  expect(problems.preview).toBe("? is the key for “Show the keys” already. Choose another one.");
});

test("a cookie that somebody else wrote does no harm", () => {
  for (const spelled of ["next=k", "keys=on&next=%00", "next=javascript", "__proto__=x", "%"]) {
    expect(keyMapOf(spelled)).toEqual(asMade);
  }
});
