"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { saveContactSettings } from "#lib/contacts/commands/save-settings.ts";
import type { ContactSettings } from "#lib/contacts/settings.ts";
import { requireAdmin } from "#lib/portals/queries.ts";

const Email = z.object({ formsOptIn: z.literal("1").optional(), emailNote: z.string().max(5_000).catch("") });

/** What an opt-out means in this portal. */
export async function saveEmailSettingsAction(form: FormData): Promise<void> {
  const { formsOptIn, emailNote } = Email.parse(Object.fromEntries(form));
  await save({ formsOptIn: formsOptIn === "1", emailNote }, "contact-email");
}

/** Where the portal's Salesforce is. */
export async function saveSalesforceAction(form: FormData): Promise<void> {
  const salesforce = z.string().max(2_000).catch("").parse(form.get("salesforce"));
  await save({ salesforce }, "salesforce");
}

/** What a public URL shows. */
export async function saveSharedAction(form: FormData): Promise<void> {
  const shared = z.array(z.string().max(100)).max(2_000).parse(form.getAll("shared"));
  await save({ shared }, "shared");
}

async function save(asked: Partial<ContactSettings>, card: "contact-email" | "salesforce" | "shared"): Promise<void> {
  const admin = await requireAdmin();
  const saved = await transaction((tx) => saveContactSettings(tx, admin, asked));
  redirect(`/settings?done=${saved.ok ? `${card}-saved` : saved.no}#${card}`);
}
