"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import {
  archiveList,
  changeList,
  cloneList,
  createFolder,
  createSmartList,
  createStaticList,
} from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { doneTo, type Draft, emptyRule, readDoing, readDraft } from "#lib/lists/draft.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { storedRule } from "#lib/lists/read-rule.ts";
import type { Group, RuleFault } from "#lib/lists/rule.ts";
import { listRefused } from "#lib/lists/sentences.ts";
import { requireMember } from "#lib/portals/queries.ts";

/** What the form of a list comes back with: the draft as it is now, and what is wrong with it. `turn` counts the answers. */
export type ListFormState = { draft: Draft; problem: string; faults: readonly RuleFault[]; turn: number };

/** A button of the form: adds, takes away or refits a line, or saves the list. Nothing is kept until it is saved. */
export async function listFormAction(before: ListFormState, form: FormData): Promise<ListFormState> {
  const member = await requireMember();
  const draft = readDraft(form, shapeOf(form.get("rule")));
  const fields = await fieldsToChoose(db, member.portalId);
  const rule = doneTo(draft.rule, readDoing(form.get("do")), fields);
  const state = { draft: { ...draft, rule }, problem: "", faults: [], turn: before.turn + 1 };
  if (form.get("do") !== "save") return state;

  const id = Number(form.get("id") ?? "");
  const saved = await transaction((tx) => {
    if (id > 0) return changeList(tx, member, { id, ...draft, ...(draft.kind === "smart" ? { rule } : {}) });
    return draft.kind === "static"
      ? createStaticList(tx, member, draft)
      : createSmartList(tx, member, { ...draft, rule });
  });
  if (saved.ok) redirect(`/lists/${saved.value.id}?done=${id > 0 ? "changed" : "created"}`);
  if (saved.no === "rule-refused") return { ...state, problem: listRefused[saved.no], faults: saved.faults };
  return { ...state, problem: listRefused[saved.no] };
}

/** The parts of the rule as the form was made; a new one where that cannot be read. */
function shapeOf(given: unknown): Group {
  try {
    return storedRule(JSON.parse(String(given))) ?? emptyRule;
  } catch {
    return emptyRule;
  }
}

const OfList = z.object({ id: z.coerce.number().int().positive() });

export async function cloneListAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { id, name } = OfList.extend({ name: z.string().max(200) }).parse(Object.fromEntries(form));
  const cloned = await transaction((tx) => cloneList(tx, member, { id, name }));
  redirect(cloned.ok ? `/lists/${cloned.value.id}?done=cloned` : `/lists/${id}?problem=${cloned.no}`);
}

export async function archiveListAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { id, archived } = OfList.extend({ archived: z.enum(["0", "1"]) }).parse(Object.fromEntries(form));
  const done = await transaction((tx) => archiveList(tx, member, { id, archived: archived === "1" }));
  const told = done.ok ? `done=${archived === "1" ? "archived" : "restored"}` : `problem=${done.no}`;
  redirect(`/lists/${id}?${told}`);
}

export async function createFolderAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { name } = z.object({ name: z.string().max(1_000) }).parse({ name: form.get("name") ?? "" });
  const made = await transaction((tx) => createFolder(tx, member, name));
  redirect(made.ok ? "/lists?done=folder" : `/lists/folders/new?problem=${made.no}`);
}

const Members = z.object({
  listId: z.coerce.number().int().positive(),
  contactId: z.coerce.number().int().positive(),
  join: z.enum(["0", "1"]),
});

/** Add to, or remove from, a static list: one contact, from its record. */
export async function changeMembersAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { listId, contactId, join } = Members.parse(Object.fromEntries(form));
  const asked = { listId, contactIds: [contactId], join: join === "1" };
  const changed = await transaction((tx) => changeMembers(tx, member, asked));
  const told = changed.ok ? `saved=${join === "1" ? "joined" : "left"}` : `saved=${changed.no}`;
  redirect(`/contacts/${contactId}?view=lists&${told}`);
}
