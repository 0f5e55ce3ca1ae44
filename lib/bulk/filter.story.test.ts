import { expect, test } from "vitest";
import type { BulkChange } from "#lib/bulk/change.ts";
import { startBulk } from "#lib/bulk/commands/start-bulk.ts";
import { bulkChangeById } from "#lib/bulk/queries/changes.ts";
import { dryRunOfBulk } from "#lib/bulk/queries/dry-run.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { type ContactSelection, readSelection } from "#lib/contacts/selection.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";

const toItaly: BulkChange = {
  kind: "edit",
  lines: [{ property: "country", way: "set", value: "Italy" }],
  registered: "left-alone",
};

/** All that match a filter, as the address of Contacts says it. */
async function all(actor: Actor, filter: string): Promise<ContactSelection> {
  const read = new URLSearchParams({ all: "1", f: filter });
  const selection = readSelection((name) => read.get(name) ?? "", await newestContactId(actor));
  if (selection === null) throw new Error("nobody");
  return selection;
}

test("a bulk change means those whom the filter shows, and nobody else", async () => {
  const actor = await aPortal("Filters", "admin");
  const [ann, ben] = [await aContact(actor, { city: "Rome" }), await aContact(actor, { city: "Oslo" })];
  const selection = await all(actor, "city:is:Rome");
  expect(await dryRunOfBulk(actor, selection, toItaly)).toMatchObject({ total: 1, changed: 1 });

  const started = await startBulk(actor, { change: toItaly, selection, expected: 1 });
  await sync();
  expect(await bulkChangeById(actor, started.ok ? started.value.id : 0)).toMatchObject({
    changed: 1,
    state: "changed",
  });
  expect((await theContact(ann)).values["country"]).toBe("Italy");
  expect((await theContact(ben)).values["country"]).toBeUndefined();
});

test("a filter that cannot be read means nobody", async () => {
  const actor = await aPortal("Filters", "admin");
  await aContact(actor, { city: "Rome" });
  expect(await dryRunOfBulk(actor, await all(actor, "shoe:is:Rome"), toItaly)).toMatchObject({ total: 0 });
});
