import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockRows } from "#db/rows.ts";
import { form, formSubmission } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import { acceptEntry } from "#lib/forms/commands/accept-entry.ts";
import { shownForm } from "#lib/forms/queries/visited.ts";
import { askable } from "#lib/forms/form.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";

type Judged = { formId: number; ids: readonly number[]; verdict: "accepted" | "discarded" };

/** What a person says of submissions that were held back; one that was decided already stays as it is. Answers how many. */
export async function judgeHeld(
  tx: Db,
  actor: Actor,
  { formId, ids, verdict }: Judged,
): Promise<Result<number, "form-not-found" | "nothing-held">> {
  const of = await shownForm(tx, { portalId: actor.portalId, id: formId });
  if (of === undefined) return no("form-not-found");
  await lockRows(tx, form, [formId]);
  const isHeld = and(eq(formSubmission.formId, formId), eq(formSubmission.state, "held"));
  const held = await tx
    .select()
    .from(formSubmission)
    .where(and(isHeld, inArray(formSubmission.id, [...ids])));
  if (held.length === 0) return no("nothing-held");

  const judged = held.map(({ id }) => id);
  await tx
    .update(formSubmission)
    .set({ state: verdict, judgedBy: actor.name, judgedAt: now() })
    .where(inArray(formSubmission.id, judged));
  await tx
    .update(form)
    .set({ held: sql`${form.held} - ${held.length}` })
    .where(eq(form.id, formId));
  if (verdict === "accepted") {
    // What was archived since it was sent is filled no more.
    const may = new Set(askable(await propertiesOf(tx, actor.portalId)).map(({ name }) => name));
    for (const each of held) {
      const values = Object.fromEntries(Object.entries(each.values).filter(([name]) => may.has(name)));
      await acceptEntry(tx, of, { ...each, values });
    }
  }
  return yes(held.length);
}
