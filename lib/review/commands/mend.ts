import type { Db } from "#db/client.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { type Contact, withValues } from "#lib/contacts/contact.ts";
import { readEdit } from "#lib/contacts/edit.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { standardSet } from "#lib/properties/property-set.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { findingsOf, propertyOfRule, shortfallsOf } from "#lib/registration/rules.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { putAside, recordMending } from "#lib/review/commands/put-aside.ts";
import { mendedReason } from "#lib/review/dismissal-reasons.ts";
import { candidateKeys } from "#lib/review/evidence.ts";
import { type MendingChange, requestedByHand } from "#lib/review/mending.ts";
import { waitingAmong } from "#lib/review/queries/waiting.ts";
import type { Proposal } from "#lib/review/record.ts";
import { faultsInWords, type Refusal, refusalInWords, stillMissing } from "#lib/review/refusals.ts";
import type { Judged } from "#lib/review/verdict.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";

/**
 * Writes what mends some contacts, each alone: one that is refused keeps its values and its place in the queue. Where no form
 * was ever sent, registration is requested by hand too, since only that waives the conversion.
 */
export async function mend(tx: Db, actor: Actor, proposals: readonly Proposal[]): Promise<Judged> {
  // The ledger before the contacts, as everywhere: nobody waits in a ring.
  await openLedger(tx);
  const ids = proposals.map(({ id }) => id);
  const waiting = new Map((await waitingAmong(tx, actor, ids)).map((each) => [each.id, each]));
  const changes: MendingChange[] = [];
  const [done, refused]: [Contact[], Judged["refused"][number][]] = [[], []];
  for (const proposal of proposals) {
    const { id } = proposal;
    const contact = waiting.get(id);
    const mended = await mendOne(tx, actor, { contact, proposal });
    if (mended.ok && contact !== undefined) {
      done.push(contact);
      changes.push(...mended.value);
    } else if (!mended.ok) refused.push({ id, message: mended.no });
  }
  await putAside(tx, actor, { contacts: done, reason: mendedReason });
  return { mending: await recordMending(tx, actor, changes), done: done.map(({ id }) => id), refused };
}

type One = { contact: Contact | undefined; proposal: Proposal };

async function mendOne(tx: Db, actor: Actor, { contact, proposal }: One): Promise<Result<MendingChange[], string>> {
  if (contact === undefined) return refuse("not-waiting");
  const { id, values } = contact;
  if (contact.version !== proposal.version) return refuse("changed-since");
  const { values: read, faults } = readEdit(proposal.values, standardSet);
  if (faults.length > 0) return no(faultsInWords(faults));

  const changed = Object.entries(read).filter(([name, value]) => value !== (values[name] ?? ""));
  const after = withValues(contact, { ...values, ...read });
  const missing = await missingIn(tx, after);
  if (missing.length > 0) return no(stillMissing(missing));

  if (changed.length > 0) {
    const saved = await saveProperties(tx, actor, { contactId: id, values: Object.fromEntries(changed) });
    if (!saved.ok) return saved.no === "values-refused" ? no(faultsInWords(saved.faults)) : refuse(saved.no);
  }
  const changes = changed.map(([name, value]): MendingChange => [id, name, values[name] ?? "", value]);
  // An automatic request would fail for want of a conversion; and where nothing changed there would be none.
  if (contact.conversions > 0 && changed.length > 0) return yes(changes);
  const asked = await requestRegistration(tx, actor, id);
  if (asked.ok) return yes([...changes, [id, requestedByHand, "", "REQUEST_REGISTRATION"]]);
  // What is saved stays saved: it is right, and the policy may let it pass another day.
  return changed.length > 0 ? yes(changes) : refuse(asked.no);
}

function refuse(reason: Refusal) {
  return no(refusalInWords(reason));
}

async function missingIn(tx: Db, contact: Contact): Promise<string[]> {
  const whyNotPursued = await notPursuedAmong(tx, candidateKeys(contact.values));
  const failed = shortfallsOf(findingsOf(contact, "manual", whyNotPursued));
  return failed.map(({ rule }) => standardProperty(propertyOfRule[rule])?.label ?? rule);
}
