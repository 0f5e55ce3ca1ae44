"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { changeView, deleteView, openWith, saveView } from "#lib/views/commands/views.ts";
import { keptAddress, pathOfView } from "#lib/views/view.ts";

const all = "/contacts/views";
const Id = z.coerce.number().int().positive().catch(0);
const Text = z.string().max(30_000).catch("");
const Ticked = z
  .literal("1")
  .transform(() => true)
  .catch(false);

/** Keeps the table as it is shown, under a name. */
export async function saveViewAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = z.object({ name: Text, address: Text, shared: Ticked }).parse(Object.fromEntries(form));
  const saved = await transaction((tx) => saveView(tx, member, asked));
  if (saved.ok) redirect(`${pathOfView(saved.value)}&done=saved`);
  redirect(`/contacts?${[keptAddress(asked.address), `problem=${saved.no}`].filter(Boolean).join("&")}`);
}

/** The view shows from now on what the table shows. */
export async function keepInViewAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = z.object({ id: Id, address: Text }).parse(Object.fromEntries(form));
  const kept = await transaction((tx) => changeView(tx, member, asked));
  redirect(kept.ok ? `${pathOfView(kept.value)}&done=changed` : `${all}?problem=${kept.no}`);
}

/** Another name, and who sees it. */
export async function renameViewAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = z.object({ id: Id, name: Text, shared: Ticked }).parse(Object.fromEntries(form));
  const changed = await transaction((tx) => changeView(tx, member, asked));
  redirect(`${all}?${changed.ok ? "done=changed" : `problem=${changed.no}`}`);
}

export async function deleteViewAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const id = Id.parse(form.get("id"));
  const deleted = await transaction((tx) => deleteView(tx, member, id));
  redirect(`${all}?${deleted.ok ? "done=deleted" : `problem=${deleted.no}`}`);
}

/** Contacts opens with this view, or with all contacts, for whoever presses it. */
export async function openWithAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const id = form.get("id") === "" ? null : Id.parse(form.get("id"));
  const kept = await transaction((tx) => openWith(tx, member, id));
  const done = id === null ? "usual" : "opens";
  redirect(`${all}?${kept.ok ? `done=${done}` : `problem=${kept.no}`}`);
}
