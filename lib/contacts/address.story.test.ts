import { expect, test } from "vitest";
import { readAddress } from "#lib/contacts/address.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { aPortal } from "#lib/fixtures.ts";

test.each([
  ["q", "a\0b"],
  ["stage", "lead\0"],
  ["from", "n~5~%00"],
])("a NUL in %s finds nobody, and fails on no store", async (name, value) => {
  const given: Record<string, string> = { sort: "name-asc", [name]: value };
  const address = readAddress((each) => given[each]);
  expect((await contactsPage(await aPortal(), { ...address, size: 10 })).rows).toEqual([]);
});
