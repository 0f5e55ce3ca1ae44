"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { discardImport, startImport } from "#lib/imports/commands/start-import.ts";
import { requireMember } from "#lib/portals/queries.ts";

const Start = z.object({
  importId: z.coerce.number().int().positive(),
  matches: z.array(z.string().max(100)).max(200),
});

/** Starts the import, or leads back to the columns, where the page says what is in the way. */
export async function startImportAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = Start.parse({ importId: form.get("importId"), matches: form.getAll("match") });
  const started = await transaction((tx) => startImport(tx, member, asked));
  redirect(!started.ok && started.no === "import-not-found" ? "/imports" : `/imports/${asked.importId}`);
}

const Discard = z.object({ importId: z.coerce.number().int().positive() });

/** Deletes the uploaded file; nothing of it was imported. */
export async function discardImportAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = Discard.parse({ importId: form.get("importId") });
  await transaction((tx) => discardImport(tx, member, importId));
  redirect("/imports");
}
