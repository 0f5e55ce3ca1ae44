import type { Contact } from "#lib/contacts/contact.ts";
import { type Day, day } from "#lib/day.ts";
import { decide } from "#lib/registration/decide.ts";
import type { Policy } from "#lib/registration/policy.ts";
import { readinessOf } from "#lib/registration/readiness.ts";
import type { Rule } from "#lib/registration/rules.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

type Asked = { id: number; name: string };

/** What a manual request for a domain of one's own would come to, and through which contact it would be asked. */
export type Renewal =
  | { comes: "renewed"; expires: Day; contact: Asked }
  | { comes: "unchanged"; why: Policy["renew"] }
  | { comes: "waiting"; contact: Asked }
  | { comes: "lacks-data"; contact: Asked; lacks: Rule[] }
  | { comes: "nobody-to-ask-for" };

export type Renewing = {
  holding: { id: number; portalId: number; expires: string };
  /** The portal's contacts at the domain. */
  contacts: readonly Contact[];
};

export type Rules = { policy: Policy; today: Day; whyNotPursued: (key: string) => NotPursuedReason | null };

/** One contact asks for the domain: an attached one that lacks nothing, or else another one of the same domain. */
export function renewalOf({ holding, contacts, ...rules }: Renewing & Rules): Renewal {
  const { policy, today, whyNotPursued } = rules;
  const attachedFirst = contacts.toSorted(
    (a, b) => Number(b.registrationId === holding.id) - Number(a.registrationId === holding.id) || a.id - b.id,
  );
  const asked = attachedFirst.map((contact) => ({ contact, ...readinessOf(contact, whyNotPursued) }));
  const [first] = asked;
  if (first === undefined) return { comes: "nobody-to-ask-for" };
  const waiting = asked.find(({ readiness }) => readiness === "waiting");
  if (waiting !== undefined) return { comes: "waiting", contact: plain(waiting.contact) };
  const fit = asked.find(({ readiness }) => readiness === "registered" || readiness === "ready");
  if (fit === undefined) return { comes: "lacks-data", contact: plain(first.contact), lacks: first.lacks };

  const expires = day(holding.expires);
  const standing = { kind: "held", by: holding.portalId, expires } as const;
  const decision = decide({ shortfalls: [], standing, portalId: holding.portalId, kind: "manual", today }, policy);
  if (decision.status !== "registered" || decision.expires === expires)
    return { comes: "unchanged", why: policy.renew };
  return { comes: "renewed", expires: decision.expires, contact: plain(fit.contact) };
}

function plain({ id, name }: Contact): Asked {
  return { id, name };
}
