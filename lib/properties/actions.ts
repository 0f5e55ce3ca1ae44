"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { moveProperty, starProperty } from "#lib/properties/commands/arrange.ts";
import { archiveProperty, changeProperty, createProperty } from "#lib/properties/commands/own-properties.ts";
import { type PropertyProblems, readPropertyForm } from "#lib/properties/property-form.ts";
import { ownProperties } from "#lib/properties/queries.ts";

// All of it is an admin's affair: to everyone else these doors do not exist.

/** What the form comes back with: the sentences beside their fields, and what was typed. */
export type PropertyFormState = { problems: PropertyProblems; given: Readonly<Record<string, string>> };

const home = "/settings/properties";
const longestForm = 200_000;
const Id = z.coerce.number().int().positive();
const Name = z.string().regex(/^\w{1,100}$/);

export async function createPropertyAction(_before: PropertyFormState, form: FormData): Promise<PropertyFormState> {
  const admin = await requireAdmin();
  const given = givenIn(form);
  const asked = readPropertyForm((name) => given[name] ?? "");
  if (!asked.ok) return { problems: asked.no, given };
  const made = await transaction((tx) => createProperty(tx, admin, asked.value));
  if (!made.ok) return { problems: refused[made.no], given };
  redirect(`${home}?done=created`);
}

/** The type is not asked again: values and rules of lists stand on it. */
export async function changePropertyAction(_before: PropertyFormState, form: FormData): Promise<PropertyFormState> {
  const admin = await requireAdmin();
  const [id, given] = [Id.safeParse(form.get("id")), givenIn(form)];
  const before = (await ownProperties(db, admin.portalId)).find(({ ownId }) => ownId === id.data);
  if (!id.success || before === undefined) notFound();
  const asked = readPropertyForm((name) => (name === "type" ? before.type : (given[name] ?? "")));
  if (!asked.ok) return { problems: asked.no, given };
  const changed = await transaction((tx) => changeProperty(tx, admin, { id: id.data, ...asked.value }));
  if (changed.ok) redirect(`${home}?done=changed`);
  return changed.no === "property-not-found" ? notFound() : { problems: refused[changed.no], given };
}

const Archive = z.object({ id: Id, archived: z.enum(["1", "0"]).transform((spelled) => spelled === "1") });

export async function archivePropertyAction(form: FormData): Promise<void> {
  const admin = await requireAdmin();
  const asked = Archive.safeParse(Object.fromEntries(form));
  if (!asked.success) notFound();
  const done = await transaction((tx) => archiveProperty(tx, admin, asked.data));
  if (!done.ok) notFound();
  redirect(`${home}?done=${asked.data.archived ? "archived" : "restored"}`);
}

const Place = z.templateLiteral([z.enum(["group", "property"]), " ", z.string()]);
const Move = z.union([z.object({ up: Place }), z.object({ down: Place })]);

/** The button says which way, and of what: `up` is "property city". */
export async function movePropertyAction(form: FormData): Promise<void> {
  const admin = await requireAdmin();
  const asked = Move.safeParse(Object.fromEntries(form));
  if (!asked.success) notFound();
  const [by, place] = "up" in asked.data ? ([-1, asked.data.up] as const) : ([1, asked.data.down] as const);
  const what = place.startsWith("group ") ? "group" : "property";
  const name = place.slice(what.length + 1);
  const moved = await transaction((tx) => moveProperty(tx, admin, { what, name, by }));
  if (!moved.ok) notFound();
  refresh();
}

const Star = z.union([z.object({ star: Name }), z.object({ unstar: Name })]);

/** The button says which: `star` or `unstar` is the name of the property. What is typed on the page meanwhile stays. */
export async function starPropertyAction(form: FormData): Promise<void> {
  const admin = await requireAdmin();
  const asked = Star.safeParse(Object.fromEntries(form));
  if (!asked.success) notFound();
  const wanted =
    "star" in asked.data ? { name: asked.data.star, starred: true } : { name: asked.data.unstar, starred: false };
  const done = await transaction((tx) => starProperty(tx, admin, wanted));
  if (!done.ok) notFound();
  refresh();
}

const refused: Readonly<Record<"label-taken" | "too-many", PropertyProblems>> = {
  "label-taken": { label: "There is a property of that name. Choose another name." },
  "too-many": { label: "A portal has at most 500 properties of its own. Archive counts too: use one that is there." },
};

function givenIn(form: FormData): Record<string, string> {
  const names = ["label", "type", "group", "hint", "options", "least", "most"];
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, longestForm) : "";
}
