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
import { setStaticLists } from "#lib/lists/commands/static-members.ts";
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

const ids = z.array(z.coerce.number().int().positive()).max(2_000);

/** The static lists of one contact, from its record: of those that the form showed it is in the ticked ones, and in no other. */
export async function saveListsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = z.coerce.number().int().positive().catch(0).parse(form.get("contactId"));
  const asked = { contactId, shown: ids.parse(form.getAll("shown")), ticked: ids.parse(form.getAll("ticked")) };
  const saved = await transaction((tx) => setStaticLists(tx, member, asked));
  redirect(`/contacts/${contactId}?view=lists&saved=${saved.changed === 0 ? "lists-as-they-were" : "lists"}`);
}
