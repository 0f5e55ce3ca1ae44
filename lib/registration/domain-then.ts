import { type Held, happened, heldByNobody } from "#lib/registration/held.ts";
import { numberIn, type PastEvent, textIn } from "#lib/registration/past-event.ts";

type Waiting = { receipt: number; kind: string; portalId: number | null; at: number };

/** A domain of the sales database as it was. */
export type DomainThen = {
  held: Held;
  /** For whom the vendor pursued it, and why; '' for a portal's registration. */
  account: string;
  reason: string;
  waiting: Waiting[];
  /** Why the vendor did no business there; '' where it did. */
  notPursued: string;
  /** Number of the event that made it so; 0 where nothing had happened. */
  madeBy: number;
};

/** A domain after these events of it, in order of number. */
export function domainAfter(events: readonly PastEvent[], zone: string): DomainThen {
  const then: DomainThen = {
    held: heldByNobody(),
    account: "",
    reason: "",
    waiting: [],
    notPursued: "",
    madeBy: 0,
  };
  for (const event of events) {
    then.madeBy = event.number;
    happened(then.held, event, zone);
    tellMore(then, event);
  }
  return then;
}

function tellMore(then: DomainThen, { kind, number, portalId, at, before, after }: PastEvent): void {
  switch (kind) {
    case "requested":
      return void then.waiting.push({ receipt: number, kind: textIn(after, "kind"), portalId, at });
    case "upgraded":
      then.waiting = then.waiting.map((each) =>
        each.receipt === numberIn(after, "receipt") ? { ...each, kind: "manual" } : each,
      );
      return;
    case "withdrawn":
    case "superseded":
      return leave(then, numberIn(before, "receipt"));
    case "pursuit-started":
      then.account = textIn(after, "account");
      then.reason = textIn(after, "reason");
      return leave(then, numberIn(after, "receipt"));
    case "decided":
    case "pursuit-refused":
      return leave(then, numberIn(after, "receipt"));
    case "not-pursued":
      then.notPursued = textIn(after, "why");
      return;
    case "pursued-again":
      then.notPursued = "";
  }
}

function leave(then: DomainThen, receipt: number | null): void {
  then.waiting = then.waiting.filter((each) => each.receipt !== receipt);
}
