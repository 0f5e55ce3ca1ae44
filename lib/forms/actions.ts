"use server";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { judgeHeld } from "#lib/forms/commands/judge.ts";
import { changeForm, cloneForm, createForm, moveForm } from "#lib/forms/commands/own-forms.ts";
import { readSent } from "#lib/forms/commands/read-sent.ts";
import { submitForm } from "#lib/forms/commands/submit-form.ts";
import { type Draft, type DraftProblems, doneTo, readDesign, readDoing, readDraft } from "#lib/forms/draft.ts";
import { gathered, type Problems } from "#lib/forms/entry.ts";
import { askable } from "#lib/forms/form.ts";
import { readPublicId, thanksPath } from "#lib/forms/public-id.ts";
import { formRefused, sendingRefused } from "#lib/forms/sentences.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { requireMember, requireSameOrigin } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/** What the form of a form comes back with; `turn` counts the answers. */
export type DesignState = { draft: Draft; problems: DraftProblems; turn: number };

/** A button of the form: adds, moves or takes away a field, or saves the whole. Nothing is kept until it is saved. */
export async function designFormAction(before: DesignState, sent: FormData): Promise<DesignState> {
  const member = await requireMember();
  const typed = readDraft(sent);
  const doing = readDoing(sent.get("do"), sent.get("add"));
  const draft = { ...typed, fields: doneTo(typed.fields, doing) };
  const turn = before.turn + 1;
  if (doing.does !== "save") return { draft, problems: {}, turn };

  const [set, lists] = [await propertiesOf(db, member.portalId), await listsOf(member)];
  const known = {
    properties: askable(set),
    lists: lists.filter(({ kind, archivedAt }) => kind === "static" && archivedAt === null),
  };
  const design = readDesign(draft, known);
  if (!design.ok) return { draft, problems: design.no, turn };
  const id = Number(sent.get("id") ?? "");
  const changed = { id, ...design.value };
  const saved =
    id > 0
      ? await transaction((tx) => changeForm(tx, member, changed))
      : await transaction((tx) => createForm(tx, member, design.value));
  if (saved.ok) redirect(`/forms/${saved.value.id}?done=${id > 0 ? "changed" : "created"}`);
  return { draft, problems: { name: formRefused[saved.no] }, turn };
}

const OfForm = z.object({ id: z.coerce.number().int().positive() });
const moves = { published: "live", withdrawn: "draft", archived: "archived", restored: "draft" } as const;
const Move = OfForm.extend({ move: z.enum(["published", "withdrawn", "archived", "restored"]) });

export async function moveFormAction(sent: FormData): Promise<void> {
  const member = await requireMember();
  const asked = Move.safeParse(Object.fromEntries(sent));
  if (!asked.success) notFound();
  const { id, move } = asked.data;
  const moved = await transaction((tx) => moveForm(tx, member, { id, state: moves[move] }));
  if (!moved.ok) notFound();
  redirect(`/forms/${id}?done=${move}${move === "published" ? "&view=share" : ""}`);
}

export async function cloneFormAction(sent: FormData): Promise<void> {
  const member = await requireMember();
  const asked = OfForm.extend({ name: z.string().trim().min(1).max(200) }).safeParse(Object.fromEntries(sent));
  if (!asked.success) notFound();
  const { id } = asked.data;
  const cloned = await transaction((tx) => cloneForm(tx, member, asked.data));
  if (!cloned.ok && cloned.no === "form-not-found") notFound();
  redirect(cloned.ok ? `/forms/${cloned.value.id}?done=cloned` : `/forms/${id}?problem=${cloned.no}`);
}

const mostAtOnce = 25;
const Verdict = z.object({
  formId: z.coerce.number().int().positive(),
  ids: z.array(z.coerce.number().int().positive()).min(1).max(mostAtOnce),
  verdict: z.enum(["accepted", "discarded"]),
});

/** Accept or Discard, of one submission that was held back or of all that a page shows. */
export async function judgeHeldAction(sent: FormData): Promise<void> {
  const member = await requireMember();
  const read = { formId: sent.get("formId"), ids: sent.getAll("ids"), verdict: sent.get("verdict") };
  const asked = Verdict.safeParse(read);
  if (!asked.success) notFound();
  const judged = await transaction((tx) => judgeHeld(tx, member, asked.data));
  if (!judged.ok && judged.no === "form-not-found") notFound();
  const told = judged.ok ? `done=${asked.data.verdict}` : `problem=${judged.no}`;
  redirect(`/forms/${asked.data.formId}?view=held&${told}`);
}

/** What a visitor's form comes back with: the sentences beside the fields, and what was typed. */
export type SendingState = { problems: Problems; given: Readonly<Record<string, string>>; problem: string };

/** A hosted form that somebody sends, without being anybody here. */
export async function sendFormAction(_before: SendingState, sent: FormData): Promise<SendingState> {
  const asked = await headers();
  requireSameOrigin(asked);
  const publicId = readPublicId(sent.get("Form"));
  const given = gathered(
    [...sent].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
  const read = await readSent(publicId, given, asked);
  const done = await transaction((tx) => submitForm(tx, publicId, read));
  if (done.ok) redirect(done.value.redirect || thanksPath(publicId, { embed: sent.has("Embed") }));
  const typed = Object.fromEntries(given);
  if (done.no === "values-refused") return { problems: done.problems, given: typed, problem: "" };
  return { problems: {}, given: typed, problem: sendingRefused[done.no] };
}
