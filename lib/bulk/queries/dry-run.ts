import { and, eq } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { type BulkDryRun, emptyDryRun, withOneGone, withOneMore } from "#lib/bulk/dry-run.ts";
import { type Holders, plansFor } from "#lib/bulk/queries/plans.ts";
import { idsBehind } from "#lib/bulk/queries/steps.ts";
import type { ContactSelection } from "#lib/contacts/selection.ts";
import type { Actor } from "#lib/portals/actor.ts";

const atOnce = 250;

/** What a bulk change would do, contact by contact, without doing it. */
export async function dryRunOfBulk(
  { portalId }: Pick<Actor, "portalId">,
  selection: ContactSelection,
  change: BulkChange,
): Promise<BulkDryRun> {
  const holders: Holders = new Map();
  let run = emptyDryRun;
  for (let position = 0; ;) {
    const ids = await idsBehind(db, portalId, { selection, position, limit: atOnce });
    if (ids.length === 0) return run;
    const contacts = await db
      .select()
      .from(contact)
      .where(and(eq(contact.portalId, portalId), isAmong(contact.id, ids)));
    const sorted = contacts.toSorted((a, b) => a.id - b.id);
    for (const planned of await plansFor(db, { portalId, change }, { contacts: sorted, holders })) {
      run = withOneMore(run, change, planned);
    }
    if (selection.ids !== undefined)
      for (let left = ids.length - contacts.length; left > 0; left -= 1) run = withOneGone(run);
    position = ids.at(-1) ?? position;
    // Pages of others come in between.
    await breath();
  }
}
