import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { findDuplicates, searchEverywhere } from "#lib/contacts/commands/find-duplicates.ts";
import { foldContacts } from "#lib/contacts/commands/fold-contacts.ts";

const OfPortal = z.strictObject({ portalId: z.number().int() });

export const contactJobs = {
  "fold-contacts": async () => foldContacts(),
  "find-duplicates": async (args: unknown) => findDuplicates(OfPortal.parse(args).portalId),
  "find-all-duplicates": () => transaction(searchEverywhere),
};
