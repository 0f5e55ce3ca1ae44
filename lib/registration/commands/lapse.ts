import { and, asc, lt, ne } from "drizzle-orm";
import { transaction } from "#db/transaction.ts";
import { db, type Db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { registration } from "#db/schema/sales.ts";
import { now } from "#lib/clock.ts";
import { unregistered } from "#lib/contacts/contact.ts";
import { dayIn, daysAfter, startOf } from "#lib/day.ts";
import { oneInProgram } from "#lib/one.ts";
import {
  change,
  changeHolding,
  closeDesk,
  contactsAttached,
  type Desk,
  layOut,
  openDesk,
} from "#lib/registration/commands/desk.ts";
import { policyInForce } from "#lib/registration/queries.ts";

/** Ends the registrations at the desk whose last day has passed; their contacts go blank (event E9). */
export function lapse(desk: Desk): void {
  for (const holding of desk.holdings.values()) {
    if (holding.expires === "" || holding.expires >= desk.today) continue;
    const contacts = contactsAttached(desk, holding).map(({ id }) => id);
    for (const id of contacts) change(desk, id, { ...unregistered, lapsedOn: holding.expires });
    changeHolding(desk, { ...holding, state: "expired", endedAt: desk.at });
    desk.ledger.record({
      kind: "expired",
      who: "Sales database",
      key: holding.key,
      portalId: holding.portalId,
      before: { registration: holding.id, expires: holding.expires },
      after: { contacts },
    });
  }
}

const atOnce = 200;
const swept = oneInProgram("swept", () => ({ from: 0, until: 0 }));

/**
 * Applied before anything is read: on the first look of a registry day it ends what ran out the day before, so that nobody
 * sees a registration after its last day. On every later look it costs a comparison.
 */
export async function sweepLapsed(): Promise<void> {
  if (now() >= swept.from && now() < swept.until) return;
  const { zone } = await policyInForce(db);
  const today = dayIn(zone, now());
  while ((await sweepSome(today)) === atOnce);
  swept.from = startOf(today, zone);
  swept.until = startOf(daysAfter(today, 1), zone);
}

async function sweepSome(today: string): Promise<number> {
  const due = await db
    .select({ key: registration.key })
    .from(registration)
    .where(and(inForce, ne(registration.expires, ""), lt(registration.expires, today)))
    .orderBy(asc(registration.expires))
    .limit(atOnce);
  if (due.length === 0) return 0;

  await transaction((tx) =>
    lapseAt(
      tx,
      due.map(({ key }) => key),
    ),
  );
  return due.length;
}

/** The same for some domains, before somebody does something there. */
export async function lapseAt(tx: Db, keys: string[]): Promise<void> {
  const desk = await openDesk(tx);
  await layOut(desk, { contactIds: [], keys });
  lapse(desk);
  await closeDesk(desk);
}
