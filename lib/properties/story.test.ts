import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contactValue } from "#db/schema/properties.ts";
import { portal as portalTable } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { historyOf } from "#lib/contacts/queries/contact-record.ts";
import { aContact, aPortal, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { moveProperty, starProperty } from "#lib/properties/commands/arrange.ts";
import { archiveProperty, changeProperty, createProperty } from "#lib/properties/commands/own-properties.ts";
import type { PropertyAsked } from "#lib/properties/property-form.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { standardProperties } from "#lib/properties/registry.ts";

let portal: Actor;
let other: Actor;

beforeAll(async () => {
  [portal, other] = [await aPortal("Brightfold", "admin"), await aPortal("Fernbank", "admin")];
});

const blank = { group: "contact", hint: "", options: [], least: "", most: "" };
const wines = ["red", "white", "rosé"].map((value) => ({ value, label: `${value} wine` }));

async function make(label: string, given: Partial<PropertyAsked> = {}, actor = portal) {
  const asked = { ...blank, type: "text" as const, ...given, label };
  return transaction((tx) => createProperty(tx, actor, asked));
}

async function made(label: string, given: Partial<PropertyAsked> = {}, actor = portal) {
  const done = await make(label, given, actor);
  if (!done.ok) throw new Error(done.no);
  return done.value;
}

async function save(contactId: number, values: Record<string, string>, actor = portal) {
  const saved = await transaction((tx) => saveProperties(tx, actor, { contactId, values }));
  if (saved.ok) return "saved";
  return saved.no === "values-refused" ? saved.faults.map(({ message }) => message).join(" ") : saved.no;
}

async function valueOf(contactId: number, name: string): Promise<string> {
  return (await theContact(contactId)).values[name] ?? "";
}

async function setOf(actor: Actor): Promise<PropertySet> {
  return propertiesOf(db, actor.portalId);
}

async function version(): Promise<number | undefined> {
  const [found] = await db
    .select({ version: portalTable.listsVersion })
    .from(portalTable)
    .where(eq(portalTable.hubId, portal.portalId));
  return found?.version;
}

describe("a property of the portal's own", () => {
  test("is filled like any other, and is on the record of no other portal", async () => {
    const { name } = await made("Shoe size", { type: "number", least: "20", most: "50" });
    const [mine, theirs] = [await aContact(portal), await aContact(other)];
    expect(await save(mine, { [name]: "38.5" })).toBe("saved");
    expect(await save(mine, { [name]: "60" })).toBe("Shoe size is above 50");
    expect(await valueOf(mine, name)).toBe("38.5");

    expect((await setOf(portal)).named(name)?.label).toBe("Shoe size");
    expect((await setOf(other)).named(name)).toBeUndefined();
    expect(await save(theirs, { [name]: "38" }, other)).toBe("There is no property “shoe_size”.");
  });

  test("keeps its name and its type when it is changed; another portal's is not there", async () => {
    const { id, name } = await made("Colour", { type: "choice", options: wines });
    const asked = { ...blank, label: "Favourite colour", group: "calls", hint: "Of wine.", options: wines };
    expect(await transaction((tx) => changeProperty(tx, portal, { ...asked, id }))).toEqual({
      ok: true,
      value: { id },
    });
    expect((await setOf(portal)).named(name)).toMatchObject({
      label: "Favourite colour",
      group: "calls",
      hint: "Of wine.",
      type: "choice",
      ownId: id,
    });
    const notThere = { ok: false, no: "property-not-found" };
    expect(await transaction((tx) => changeProperty(tx, other, { ...asked, id }))).toEqual(notThere);
    expect(await transaction((tx) => archiveProperty(tx, other, { id, archived: true }))).toEqual(notThere);
    expect((await setOf(portal)).named(name)?.archived).toBeUndefined();
  });

  test("has a label of its own, and a name that no other property, rule or object has", async () => {
    await made("Twice");
    for (const label of ["twice", "TWICE", "First Name", "email"]) {
      expect(await make(label)).toEqual({ ok: false, no: "label-taken" });
    }
    const odd = ["Twice?", "Twice!", "constructor", "__proto__", "Domain", "List", "Group", "Lastname"];
    const names = [];
    for (const label of odd) names.push((await made(label)).name);
    expect(new Set(names).size).toBe(odd.length);
    for (const name of names) expect(name in {}).toBe(false);
    expect(names).not.toContain("domain");
    expect(names).not.toContain("lastname");
    const contactId = await aContact(portal);
    for (const name of names) expect(await save(contactId, { [name]: `of ${name}` })).toBe("saved");
    for (const name of names) expect(await valueOf(contactId, name)).toBe(`of ${name}`);
    expect(await valueOf(contactId, "lastname")).toBe("Berry");
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(await save(contactId, { [name]: "x" })).toBe(`There is no property “${name}”.`);
    }
    expect((await setOf(other)).all).toHaveLength(standardProperties.length);
  });

  test("two who make the same at once make it once", async () => {
    const answers = await Promise.all([make("At once"), make("At once"), make("At once")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a new version of the portal's lists follows each change", async () => {
    const seen = [await version()];
    const { id } = await made("Seen by lists");
    seen.push(await version());
    await transaction((tx) => changeProperty(tx, portal, { ...blank, label: "Still seen", id }));
    seen.push(await version());
    await transaction((tx) => archiveProperty(tx, portal, { id, archived: true }));
    seen.push(await version());
    expect(new Set(seen).size).toBe(4);
  });
});

describe("an archived property", () => {
  test("keeps its values and takes no new ones, until it is put back", async () => {
    const { id, name } = await made("Fax");
    const contactId = await aContact(portal);
    await save(contactId, { [name]: "+353 1" });
    await transaction((tx) => archiveProperty(tx, portal, { id, archived: true }));

    expect(await valueOf(contactId, name)).toBe("+353 1");
    expect(await save(contactId, { [name]: "+353 2" })).toBe("Fax is archived: put it back before you fill it.");
    expect(await save(contactId, { city: "Cork" })).toBe("saved");
    expect(await valueOf(contactId, name)).toBe("+353 1");
    expect((await setOf(portal)).writable.map((each) => each.name)).not.toContain(name);

    await transaction((tx) => archiveProperty(tx, portal, { id, archived: false }));
    expect(await save(contactId, { [name]: "+353 2" })).toBe("saved");
  });
});

describe("what a property allows no more", () => {
  test("an option that is gone stays with the contact that has it, and nobody else chooses it", async () => {
    const one = await made("Wine", { type: "choice", options: wines });
    const several = await made("Wines", { type: "choices", options: wines });
    const [had, has] = [await aContact(portal), await aContact(portal)];
    await save(had, { [one.name]: "white", [several.name]: "white;rosé" });
    for (const [label, { id }] of [["Wine", one] as const, ["Wines", several] as const]) {
      const options = wines.filter(({ value }) => value !== "white");
      await transaction((tx) => changeProperty(tx, portal, { ...blank, label, id, options }));
    }
    expect(await save(had, { [one.name]: "white", [several.name]: "rosé;white" })).toBe("saved");
    expect((await historyOf(portal, { contactId: had })).length).toBe(2);
    expect(await save(had, { [several.name]: "red;white" })).toBe("saved");
    expect(await valueOf(had, several.name)).toBe("red;white");
    expect(await save(has, { [one.name]: "white" })).toContain("is not one of the options");
    expect(await save(had, { [one.name]: "red" })).toBe("saved");
    expect(await save(had, { [one.name]: "white" })).toContain("is not one of the options");
  });

  test("a number above a new limit stays when it is left alone", async () => {
    const { id, name } = await made("Floors", { type: "number" });
    const contactId = await aContact(portal);
    await save(contactId, { [name]: "80" });
    await transaction((tx) => changeProperty(tx, portal, { ...blank, label: "Floors", id, most: "50" }));
    expect(await save(contactId, { [name]: "80", city: "Cork" })).toBe("saved");
    expect(await save(contactId, { [name]: "81" })).toBe("Floors is above 50");
  });
});

describe("the portal's own order", () => {
  test("groups and properties are moved, and another portal keeps its order", async () => {
    const here = await aPortal("Arranged", "admin");
    const move = (what: "group" | "property", name: string, by: -1 | 1) =>
      transaction((tx) => moveProperty(tx, here, { what, name, by }));
    await move("group", "partner_registration_information", -1);
    await move("property", "lastname", -1);
    await move("property", "lastname", -1);
    const { groups, all } = await setOf(here);
    expect(groups.slice(-2).map(({ name }) => name)).toEqual(["partner_registration_information", "calls"]);
    expect(all.filter(({ group }) => group === "contact").map(({ name }) => name)[0]).toBe("lastname");
    expect((await setOf(portal)).groups.at(-1)?.name).toBe("partner_registration_information");
    for (const name of ["nowhere", "constructor"]) {
      expect(await move("property", name, 1)).toEqual({ ok: false, no: "not-there" });
      expect(await move("group", name, 1)).toEqual({ ok: false, no: "not-there" });
    }
  });

  test("nothing is moved past a property that is archived", async () => {
    const here = await aPortal("Tidy", "admin");
    const [, gone] = [await made("One", { group: "calls" }, here), await made("Gone", { group: "calls" }, here)];
    const two = await made("Two", { group: "calls" }, here);
    await transaction((tx) => archiveProperty(tx, here, { id: gone.id, archived: true }));
    await transaction((tx) => moveProperty(tx, here, { what: "property", name: two.name, by: -1 }));
    const calls = (await setOf(here)).all.filter(({ group, archived }) => group === "calls" && !archived);
    expect(calls.map(({ label }) => label)).toEqual(["Call Notes", "Two", "One"]);
  });

  test("stars are put on and taken off, and an archived property loses its place", async () => {
    const here = await aPortal("Starry", "admin");
    const { id, name } = await made("Sign", {}, here);
    const star = (starred: boolean) => transaction((tx) => starProperty(tx, here, { name, starred }));
    const starred = async () => (await setOf(here)).starred.map((each) => each.name).includes(name);
    await star(true);
    await star(true);
    expect(await starred()).toBe(true);
    await transaction((tx) => archiveProperty(tx, here, { id, archived: true }));
    expect(await starred()).toBe(false);
    await transaction((tx) => archiveProperty(tx, here, { id, archived: false }));
    await star(false);
    expect(await starred()).toBe(false);
  });

  test("of many who star at once nobody is forgotten", async () => {
    const here = await aPortal("Crowded", "admin");
    const names = ["city", "state", "zip", "country", "industry"];
    await Promise.all(names.map((name) => transaction((tx) => starProperty(tx, here, { name, starred: true }))));
    expect((await setOf(here)).starred.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

test("values of own properties stand in the index as they sort, and leave it with the value", async () => {
  const { id, name } = await made("Rooms", { type: "number" });
  const contacts = [await aContact(portal), await aContact(portal), await aContact(portal)];
  for (const [at, value] of ["9", "-1", "10"].entries()) await save(contacts[at] ?? 0, { [name]: value });
  const sorted = async () => {
    const of = eq(contactValue.propertyId, id);
    const rows = await db.select().from(contactValue).where(of).orderBy(contactValue.key);
    return rows.map(({ contactId }) => contacts.indexOf(contactId));
  };
  expect(await sorted()).toEqual([1, 0, 2]);
  await save(contacts[0] ?? 0, { [name]: "" });
  expect(await sorted()).toEqual([1, 2]);
  const kept = and(eq(contactValue.propertyId, id), eq(contactValue.contactId, contacts[0] ?? 0));
  expect(await db.select().from(contactValue).where(kept)).toEqual([]);
});

describe("the history of one property", () => {
  test("has its changes alone, newest first, with who and by which way", async () => {
    const { name } = await made("Nick");
    const contactId = await aContact(portal);
    await save(contactId, { [name]: "Jill", city: "Cork" });
    await save(contactId, { city: '["nick","x"]' });
    const edit = { contactId, values: { [name]: "Jilly" }, source: "api" as const };
    await transaction((tx) => saveProperties(tx, portal, edit));

    const lines = await historyOf(portal, { contactId, property: name });
    expect(lines.map(({ source, changes }) => ({ source, changes }))).toEqual([
      { source: "api", changes: [[name, "Jill", "Jilly"]] },
      { source: "person", changes: [[name, "", "Jill"]] },
    ]);
    expect(await historyOf(portal, { contactId, property: "nic_" })).toEqual([]);
    expect(await historyOf(portal, { contactId, property: "%" })).toEqual([]);
    expect(await historyOf(other, { contactId, property: name })).toEqual([]);
  });
});
