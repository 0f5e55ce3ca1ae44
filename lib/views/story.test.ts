import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { aPortal } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { changeView, deleteView, openWith, saveView, type ViewAsked } from "#lib/views/commands/views.ts";
import { openingViewOf, viewsOf } from "#lib/views/queries.ts";
import { pathOfView } from "#lib/views/view.ts";

let priya: Actor;
let sasha: Actor;
let amelia: Actor;
beforeEach(async () => {
  priya = { ...(await aPortal("Views")), name: "Priya" };
  sasha = { ...priya, personId: `${priya.personId}-sasha`, name: "Sasha" };
  amelia = { ...priya, personId: `${priya.personId}-amelia`, name: "Amelia", role: "admin" };
});

const address = "f=city:is:New~York&sort=name-asc&cols=email-city.wide&density=compact";
const save = (actor: Actor, asked: Partial<ViewAsked> = {}) =>
  transaction((tx) => saveView(tx, actor, { name: "In New York", shared: false, address, ...asked }));

async function saved(actor: Actor, asked: Partial<ViewAsked> = {}): Promise<number> {
  const made = await save(actor, asked);
  if (!made.ok) throw new Error(made.no);
  return made.value.id;
}

const change = (actor: Actor, id: number, asked: Partial<ViewAsked>) =>
  transaction((tx) => changeView(tx, actor, { id, ...asked }));
const remove = (actor: Actor, id: number) => transaction((tx) => deleteView(tx, actor, id));
const open = (actor: Actor, id: number | null) => transaction((tx) => openWith(tx, actor, id));
const names = async (actor: Actor) => (await viewsOf(actor)).map(({ name }) => name);

test("a view keeps the whole table but for the page, and is its maker's alone until it is shared", async () => {
  const id = await saved(priya, { address: `${address}&from=n~5~x&view=3&panel=columns&done=saved` });
  expect(await viewsOf(priya)).toMatchObject([
    { id, name: "In New York", address, shared: false, own: true, who: "Priya" },
  ]);
  expect(await names(sasha)).toEqual([]);

  expect(await change(priya, id, { shared: true })).toMatchObject({ ok: true, value: { address, shared: true } });
  expect(await viewsOf(sasha)).toMatchObject([{ id, own: false, who: "Priya" }]);
  expect(pathOfView({ id, address })).toBe(`/contacts?${address}&view=${id}`);
});

test("a shared view is changed by its maker and by admins; for everybody else it cannot be", async () => {
  const [shared, own] = [await saved(priya, { shared: true }), await saved(priya, { name: "Mine" })];
  const missing = { ok: false, no: "view-not-found" };
  expect(await change(sasha, shared, { name: "Taken over" })).toEqual(missing);
  expect(await remove(sasha, shared)).toEqual(missing);
  expect(await change(amelia, own, { name: "Taken over" })).toEqual(missing);
  expect(await remove(amelia, own)).toEqual(missing);

  expect(await change(amelia, shared, { name: "Everybody's", address: "stage=lead" })).toMatchObject({ ok: true });
  expect(await viewsOf(sasha)).toMatchObject([{ name: "Everybody's", address: "stage=lead", who: "Priya" }]);
  expect(await remove(amelia, shared)).toEqual({ ok: true, value: { name: "Everybody's" } });
  expect(await names(priya)).toEqual(["Mine"]);
});

test("views of another portal are answered as missing, also to the same person", async () => {
  const id = await saved(priya, { shared: true });
  const elsewhere: Actor = { ...(await aPortal("Elsewhere", "admin")), personId: priya.personId };
  const missing = { ok: false, no: "view-not-found" };
  expect(await names(elsewhere)).toEqual([]);
  expect(await change(elsewhere, id, { name: "Stolen" })).toEqual(missing);
  expect(await remove(elsewhere, id)).toEqual(missing);
  expect(await open(elsewhere, id)).toEqual(missing);
  expect(await names(priya)).toEqual(["In New York"]);
});

test("Contacts opens with the view that a person has chosen, as long as they see it", async () => {
  const id = await saved(priya, { shared: true });
  expect(await openingViewOf(sasha)).toBeUndefined();
  await open(sasha, id);
  expect(await openingViewOf(sasha)).toEqual({ id, address });
  expect(await openingViewOf(priya)).toBeUndefined();
  expect(await viewsOf(sasha)).toMatchObject([{ opens: true }]);

  await change(priya, id, { shared: false });
  expect(await openingViewOf(sasha)).toBeUndefined();
  await change(priya, id, { shared: true });
  await open(sasha, null);
  expect(await openingViewOf(sasha)).toBeUndefined();
  await open(sasha, id);
  await remove(priya, id);
  expect(await openingViewOf(sasha)).toBeUndefined();
});

test("a name is asked for, and stands once among the views that a person sees", async () => {
  await saved(priya);
  expect(await save(priya, { name: " " })).toEqual({ ok: false, no: "name-missing" });
  expect(await save(priya, { name: "in new york" })).toEqual({ ok: false, no: "name-taken" });
  const other = await saved(priya, { name: "Other" });
  expect(await change(priya, other, { name: "In New York" })).toEqual({ ok: false, no: "name-taken" });
  expect(await change(priya, other, { name: "OTHER" })).toMatchObject({ ok: true });
  expect(await save(sasha)).toMatchObject({ ok: true });
});
