import { expect, test } from "vitest";
import { passwordFault } from "#lib/portals/password.ts";

test.each([
  ["elevensigns", "too-short"],
  ["😀😀😀😀😀😀", "too-short"],
  ["x1".repeat(101), "too-long"],
  ["password1234", "common"],
  ["Password1234", "common"],
  ["aaaaaaaaaaaaa", "common"],
  ["abcabcabcabc", "common"],
  ["123456789012", "common"],
  ["qwertyuiopas", "common"],
  ["JILL@partner.example", "own-name"],
  ["all lower case words", undefined],
  ["hunter hunter2", undefined],
])("%s is %s", (password, fault) => {
  expect(passwordFault(password, ["jill@partner.example", "Jillian"])).toBe(fault);
});
