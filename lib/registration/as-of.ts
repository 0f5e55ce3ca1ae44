import { unregistered } from "#lib/contacts/contact.ts";
import type { ContactThen, Then } from "#lib/registration/then.ts";
import { dayOf } from "#lib/registration/held.ts";
import { messageOf } from "#lib/registration/messages.ts";
import { contactsIn, isGrant, numberIn, type PastEvent, textIn } from "#lib/registration/past-event.ts";

/** Tells one event more, in order of number. */
export function tell(then: Then, event: PastEvent): void {
  then.upTo = event.number;
  switch (event.kind) {
    case "requested":
    case "upgraded":
    case "withdrawn":
    case "superseded":
      return ofRequest(then, event);
    case "decided":
      return decided(then, event);
    case "expired":
      return blank(then, event, { lapsedOn: textIn(event.before, "expires") });
    case "released":
    case "revoked":
      return blank(then, event);
    case "pursuit-ended":
      return madeAvailable(then, event);
    case "transferred":
      return transferred(then, event);
    case "detached":
      return change(then, event, { ...gone, key: textIn(event.after, "key") });
    case "stands-again":
      return standsAgain(then, event);
    case "rekeyed":
      return event.contactId === null ? undefined : change(then, event, { key: textIn(event.after, "key") });
    case "deleted":
      return remove(then, event.contactId);
    case "restored":
      return standsAs(then, event, event.key);
    case "unmerged":
      return standsAs(then, event, textIn(event.after, "key"));
    case "merged":
      return merged(then, event);
  }
}

const gone = { status: "", message: "", expires: "", lapsedOn: "", outcome: "" } as const;

type Difference = Partial<Omit<ContactThen, "id" | "madeBy">>;

/** Changes the contact of the event, or another one that it names. */
function change(then: Then, event: PastEvent, difference: Difference, id = event.contactId): void {
  if (id === null || (event.portalId !== then.portalId && !then.contacts.has(id))) return;
  const { openRequest, openKind, key } = { openRequest: null, openKind: null, key: event.key };
  const before = then.contacts.get(id) ?? { id, ...gone, openRequest, openKind, key, madeBy: event.number };
  const after = { ...before, ...difference, madeBy: event.number };
  then.contacts.set(id, after);
  then.byKey.get(before.key)?.delete(id);
  then.byKey.set(after.key, (then.byKey.get(after.key) ?? new Set()).add(id));
}

function remove(then: Then, id: number | null): void {
  const known = id === null ? undefined : then.contacts.get(id);
  if (known === undefined) return;
  then.contacts.delete(known.id);
  then.byKey.get(known.key)?.delete(known.id);
}

function ofRequest(then: Then, event: PastEvent): void {
  const { kind, number, key, contactId, before, after } = event;
  if (contactId === null) return;
  if (kind === "requested") {
    const openKind = textIn(after, "kind") === "manual" ? "manual" : "automatic";
    return change(then, event, { key, openRequest: number, openKind });
  }
  if (kind === "upgraded") return change(then, event, { openKind: "manual" });
  if (then.contacts.get(contactId)?.openRequest !== numberIn(before, "receipt")) return;
  change(then, event, { openRequest: null, openKind: null });
}

/** The answer to the contact, and the last day that everybody on the registration has from then on. */
function decided(then: Then, event: PastEvent): void {
  if (event.portalId !== then.portalId) return;
  const { key, after, contactId } = event;
  const [outcome, expires] = [textIn(after, "outcome"), textIn(after, "expires")];
  const message = messageIn(then, event, outcome);
  const settled = { ...gone, key, openRequest: null, openKind: null, outcome, message };
  change(then, event, { ...settled, status: statusAfter(outcome), expires });
  if (!isGrant(outcome)) return;
  for (const each of attachedAt(then, key)) {
    if (each.id !== contactId && each.expires !== expires) change(then, event, { expires }, each.id);
  }
}

/** The values are back on which the contact was found invalid. */
function standsAgain(then: Then, event: PastEvent): void {
  const outcome = "invalid-data";
  change(then, event, { ...gone, status: "INVALID_DATA", message: messageIn(then, event, outcome), outcome });
}

function statusAfter(outcome: string): ContactThen["status"] {
  if (isGrant(outcome)) return "REGISTERED";
  return outcome === "invalid-data" ? "INVALID_DATA" : "UNAVAILABLE";
}

function messageIn({ vendorOf, zone }: Then, event: PastEvent, outcome: string): string {
  return messageOf(outcome, vendorOf(numberIn(event.after, "policy")), dayOf(event, zone));
}

function attachedAt(then: Then, key: string): ContactThen[] {
  return standingAt(then, key).filter(({ status }) => status === "REGISTERED");
}

function standingAt({ byKey, contacts }: Then, key: string): ContactThen[] {
  return [...(byKey.get(key) ?? [])].flatMap((id) => contacts.get(id) ?? []);
}

/** A registration ended. Old lines do not name its contacts: then it is everybody who was attached. */
function blank(then: Then, event: PastEvent, left: { lapsedOn?: string } = {}): void {
  if (event.portalId !== then.portalId) return;
  const contacts = contactsIn(event.after) ?? attachedAt(then, event.key).map(({ id }) => id);
  for (const id of contacts) change(then, event, { ...gone, ...left }, id);
}

function madeAvailable(then: Then, event: PastEvent): void {
  const unavailable = standingAt(then, event.key).filter(({ status }) => status === "UNAVAILABLE");
  const contacts = contactsIn(event.after) ?? unavailable.map(({ id }) => id);
  for (const id of contacts) if (then.contacts.has(id)) change(then, event, gone, id);
}

/** The giver's contacts go blank, the taker's are Registered (event E12). */
function transferred(then: Then, event: PastEvent): void {
  const { key, before, after } = event;
  if (numberIn(before, "from") === then.portalId) {
    const contacts = contactsIn(after) ?? attachedAt(then, key).map(({ id }) => id);
    for (const id of contacts) change(then, event, gone, id);
  }
  if (numberIn(after, "to") !== then.portalId) return;
  const outcome = textIn(after, "outcome") || "registered";
  const message = messageIn(then, event, outcome);
  const registered = {
    ...gone,
    key,
    status: "REGISTERED",
    outcome,
    message,
    expires: textIn(after, "expires"),
  } as const;
  for (const id of contactsIn(after, "attached") ?? []) change(then, event, registered, id);
}

/** The event says how the survivor stands from then on; in old lines nothing but the other's end is known. */
function merged(then: Then, event: PastEvent): void {
  const { before, after } = event;
  remove(then, numberIn(before, "contact"));
  if (after === null || event.contactId === numberIn(before, "contact")) return;
  standsAs(then, event, textIn(after, "key"));
}

/** The event says whole how its contact stands from then on. */
function standsAs(then: Then, event: PastEvent, key: string): void {
  const { after } = event;
  const openKind = textIn(after, "openKind");
  change(then, event, {
    key,
    status: statusNamed(textIn(after, "status")),
    message: textIn(after, "message"),
    expires: textIn(after, "expires"),
    lapsedOn: textIn(after, "lapsedOn"),
    openRequest: numberIn(after, "openRequest"),
    openKind: openKind === "manual" || openKind === "automatic" ? openKind : null,
  });
}

function statusNamed(name: string): ContactThen["status"] {
  return name === "REGISTERED" || name === "UNAVAILABLE" || name === "INVALID_DATA" ? name : unregistered.status;
}
