import { foldContacts } from "#lib/contacts/commands/fold-contacts.ts";

export const contactJobs = {
  "fold-contacts": async () => foldContacts(),
};
