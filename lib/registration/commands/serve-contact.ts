import { type Contact, unregistered } from "#lib/contacts/contact.ts";
import { day } from "#lib/day.ts";
import { change, changeHolding, contactsAttached, type Desk, grant } from "#lib/registration/commands/desk.ts";
import type { RequestRow, Served } from "#lib/registration/commands/next-requests.ts";
import { openRequest } from "#lib/registration/commands/open-request.ts";
import { type Decision, decide, type Standing } from "#lib/registration/decide.ts";
import { lookAlikeFor } from "#lib/registration/look-alike.ts";
import {
  contactRegistered,
  contactUnavailable,
  contactUpdatedExisting,
  invalidContactData,
} from "#lib/registration/messages.ts";
import { type Finding, findingsOf, shortfallsOf, withLookAlike } from "#lib/registration/rules.ts";
import { domainRulesVersion, suffixListVersion } from "#lib/sales/domain.ts";
import { lookOf } from "#lib/sales/look.ts";
import { heldBy } from "#lib/sales/queries.ts";

/** Serves one contact's request on the contact as it is now (events E4 to E8). */
export function serveContact(desk: Desk, asked: RequestRow): Served {
  const contact = asked.contactId === null ? undefined : desk.contacts.get(asked.contactId)?.after;
  if (contact === undefined) return { now: withdrawn(desk, asked) };
  if (contact.domainKey !== asked.key) return moved(desk, asked, contact);

  const kind = asked.kind === "manual" ? "manual" : "automatic";
  const found = findingsOf(contact, kind, desk.whyNotPursued);
  const shortfalls = shortfallsOf(found);
  const question = {
    shortfalls,
    standing: standingOf(desk, contact),
    portalId: contact.portalId,
    kind,
    today: desk.today,
  } as const;
  const decision = decide(question, desk.policy);
  // As availability: looked at only when every rule passes, and before this decision itself is laid down.
  const findings = shortfalls.length > 0 ? found : withLookAlike(found, lookAlikeAt(desk, contact));
  apply(desk, contact, decision);
  return { now: decided(desk, asked, { contact, decision, findings }) };
}

function lookAlikeAt(desk: Desk, { domainKey: key, portalId }: Contact): string | null {
  return lookAlikeFor({ key, portalId, today: desk.today }, desk.alike.get(lookOf(key)) ?? []);
}

function standingOf(desk: Desk, contact: Contact): Standing {
  const holding = desk.holdings.get(contact.domainKey);
  if (holding === undefined) {
    return { kind: "open", heldBefore: desk.pastHolders.has(heldBy(contact.portalId, contact.domainKey)) };
  }
  if (holding.portalId === null) return { kind: "pursued" };
  return { kind: "held", by: holding.portalId, expires: day(holding.expires) };
}

/** Lays the decision down: on the contact, and on the registration that it is attached to. */
function apply(desk: Desk, contact: Contact, decision: Decision): void {
  const settled = {
    ...unregistered,
    openRequest: null,
    openKind: null,
    syncedAt: desk.at,
    decidedBy: contact.openRequest,
  };
  const version = contact.version + 1;
  switch (decision.status) {
    case "invalid-data":
      change(desk, contact.id, {
        ...settled,
        version,
        status: "INVALID_DATA",
        message: invalidContactData,
        shortfalls: decision.why.length,
        failed: decision.why.map(({ rule }) => rule).join(" "),
      });
      return;
    case "unavailable":
      change(desk, contact.id, {
        ...settled,
        version,
        status: "UNAVAILABLE",
        message: contactUnavailable(desk.policy.vendor, decision.on),
      });
      return;
    case "registered":
      change(desk, contact.id, { ...settled, version, ...registeredAs(desk, contact, decision) });
  }
}

function registeredAs(desk: Desk, contact: Contact, decision: Decision & { status: "registered" }) {
  const { domainKey: key, portalId } = contact;
  const known = desk.holdings.get(key);
  const holding = known ?? grant(desk, { key, portalId, expires: decision.expires, account: "", reason: "" });
  if (holding.expires !== decision.expires) {
    // Every contact of the registration shows the same last day.
    changeHolding(desk, { ...holding, expires: decision.expires });
    for (const { id } of contactsAttached(desk, holding)) change(desk, id, { expires: decision.expires });
  }
  const message = decision.renewal ? contactUpdatedExisting : contactRegistered;
  return {
    status: "REGISTERED" as const,
    message: message(desk.policy.vendor, decision.on),
    expires: decision.expires,
    registrationId: holding.id,
  };
}

type Outcome = { contact: Contact; decision: Decision; findings: Finding[] };

function decided(desk: Desk, asked: RequestRow, { contact, decision, findings }: Outcome): RequestRow {
  const outcome = outcomeOf(decision);
  desk.ledger.record({
    kind: "decided",
    who: "Sales database",
    key: asked.key,
    portalId: contact.portalId,
    contactId: contact.id,
    before: { status: contact.status, expires: contact.expires },
    after: {
      receipt: asked.receipt,
      outcome,
      on: desk.today,
      policy: desk.policy.version,
      ...(decision.status === "registered" ? { expires: decision.expires } : {}),
    },
  });
  return {
    ...asked,
    state: "done",
    outcome,
    findings,
    policyVersion: desk.policy.version,
    suffixList: `${suffixListVersion}, rules ${domainRulesVersion}`,
    pickedUpAt: desk.at,
    decidedAt: desk.at,
  };
}

function outcomeOf(decision: Decision): string {
  switch (decision.status) {
    case "registered":
      return decision.renewal ? "re-registered" : "registered";
    case "unavailable":
      return decision.because;
    case "invalid-data":
      return "invalid-data";
  }
}

/** The contact is gone: its request goes with it (event E21). */
export function withdrawn(desk: Desk, asked: RequestRow): RequestRow {
  const { key, portalId, contactId, receipt } = asked;
  desk.ledger.record({ kind: "withdrawn", who: "Sales database", key, portalId, contactId, before: { receipt } });
  return { ...asked, state: "withdrawn", pickedUpAt: desk.at, decidedAt: desk.at };
}

/** The website has changed since: the request gives up its place and goes to the back of the new domain (event E19). */
export function moved(desk: Desk, asked: RequestRow, contact: Contact): Served {
  const { key, portalId, contactId, receipt, who, batchId } = asked;
  desk.ledger.record({ kind: "superseded", who: "Sales database", key, portalId, contactId, before: { receipt } });
  const kind = asked.kind === "manual" ? "manual" : "automatic";
  const again = openRequest(desk.ledger, contact, { kind, who, at: desk.at, batchId });
  change(desk, contact.id, again.contact);
  return { now: { ...asked, state: "superseded", decidedAt: desk.at }, again: again.row };
}
