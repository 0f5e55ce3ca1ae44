import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { findDuplicates, searchEverywhere } from "#lib/contacts/commands/find-duplicates.ts";
import { foldContacts } from "#lib/contacts/commands/fold-contacts.ts";
import { indexSearch } from "#lib/contacts/commands/index-search.ts";

const OfPortal = z.strictObject({ portalId: z.number().int() });

export const contactJobs = {
  "index-search": async () => indexSearch(),
  "fold-contacts": async () => foldContacts(),
  "find-duplicates": async (args: unknown) => findDuplicates(OfPortal.parse(args).portalId),
  "find-all-duplicates": () => transaction(searchEverywhere),
};
