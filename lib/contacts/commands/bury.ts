import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { tombstone } from "#db/schema/endings.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { wasOf } from "#lib/contacts/was.ts";
import { staticListsAmong } from "#lib/lists/commands/static-members.ts";

/**
 * Who deletes, when (ms since 1970), and what became of the contacts; `runId` is the bulk change or undone import. `keepsOut`
 * says whether their e-mails are kept from entering registration by themselves again.
 */
export type Burial = {
  who: string;
  at: number;
  keepsOut: "emails" | "nobody";
  runId?: number | null;
  mergedInto?: number;
};

/** Keeps what contacts are restored from, before they go. */
export async function buryContacts(tx: Db, contacts: readonly Contact[], burial: Burial): Promise<void> {
  const { who, at: deletedAt, keepsOut, runId = null, mergedInto = null } = burial;
  const lists = await staticListsAmong(
    tx,
    contacts.map(({ id }) => id),
  );
  await insertRows(
    tx,
    tombstone,
    contacts.map((each) => {
      const { id: contactId, portalId, emailKey, values, search } = each;
      const was = wasOf(each, lists.get(contactId) ?? []);
      const blocked = keepsOut === "emails" ? emailKey : "";
      return { contactId, portalId, emailKey: blocked, values, search, was, deletedAt, who, runId, mergedInto };
    }),
  );
}
