import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { mutating } from "#lib/api/commands/mutating.ts";
import { reading } from "#lib/api/queries.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { recordView } from "#lib/contacts/record-view.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { no, yes } from "#lib/result.ts";

export const GET = reading(async ({ actor, params }) => {
  await sweepLapsed();
  const found = await contactById(actor, readId(params["id"]));
  return found === undefined ? no("contact-not-found") : yes(recordView(found));
});

const Save = z.strictObject({ properties: z.record(z.string().max(100), z.string().max(10_000)) });

/** Changes some properties; an empty value clears its property. What the program alone writes is refused by name. */
export const PATCH = mutating({ schema: Save }, async ({ actor, params, input }) => {
  const edit = { contactId: readId(params["id"]), values: input.properties, source: "api" as const };
  const saved = await transaction((tx) => saveProperties(tx, actor, edit));
  if (saved.ok) return yes(recordView(saved.value));
  if (saved.no !== "values-refused") return saved;
  return { ok: false, no: "invalid-input", detail: saved.faults.map(({ message }) => message).join(" ") };
});
