import type { Contact, Values } from "#lib/contacts/contact.ts";
import type { FormDesign } from "#lib/forms/form.ts";
import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";
import { readDomain } from "#lib/sales/domain.ts";

type Before = Pick<Contact, "values" | "domainKey">;
type Rules = Pick<FormDesign, "fill" | "lifecycleStage">;

/** What a submission writes, and the properties that stay as the contact has them although something else was sent. */
export type Filling = { edit: Values; kept: string[] };

/**
 * Whoever knows an e-mail can send a form in its name. So a blank clears nothing, the e-mail stays as it is spelled, and a
 * website never takes a contact off the domain that it has (event E19). `before` is null for somebody new.
 */
export function fillingOf({ fill, lifecycleStage }: Rules, before: Before | null, sent: Values): Filling {
  const stage = furtherStage(before?.values["lifecyclestage"] ?? "", lifecycleStage);
  const staged = stage === "" ? {} : { lifecyclestage: stage };
  if (before === null) return { edit: { ...sent, ...staged }, kept: [] };

  const edit: Record<string, string> = {};
  const kept: string[] = [];
  for (const [name, value] of Object.entries(sent)) {
    const has = before.values[name] ?? "";
    if (name === "email" || has === value) continue;
    if (gives(before, { name, value, fill })) edit[name] = value;
    else kept.push(name);
  }
  return { edit: { ...edit, ...staged }, kept };
}

function gives(
  { values, domainKey }: Before,
  { name, value, fill }: { name: string; value: string } & Pick<Rules, "fill">,
) {
  if ((values[name] ?? "") === "") return true;
  if (fill === "empty") return false;
  if (name !== "website" || domainKey === "") return true;
  const domain = readDomain(value);
  return domain.ok && domain.key === domainKey;
}

/** A form takes nobody back: the stage that it sets, where that is further on; else ''. */
function furtherStage(has: string, wanted: string): string {
  return placeOf(wanted) > placeOf(has) ? wanted : "";
}

function placeOf(stage: string): number {
  return lifecycleStages.findIndex(({ value }) => value === stage);
}
