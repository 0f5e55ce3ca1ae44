import { and, asc, eq, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inForce, isOpen } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import { event, registration } from "#db/schema/sales.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { faultsIn, type Step } from "#lib/registration/history-checker.ts";

// For tests: the thirteen invariants, asked of the tables in plain queries that share nothing with the engine.

const messages: Record<string, RegExp> = {
  "": /^$/,
  REGISTERED:
    /^Contact (Registered: This Contact was |Updated Existing: This Contact was re-)registered with HubSpot on \d{4}-\d\d-\d\d$/,
  UNAVAILABLE:
    /^Contact Unavailable: This Contact was unavailable on \d{4}-\d\d-\d\d: HubSpot is actively pursuing this domain\.$/,
  INVALID_DATA: /^Invalid Contact Data: This Contact has invalid Contact data$/,
};

/** What is broken now, one line each. `settled`: the sync has run, so that nobody waits for it. */
export async function brokenNow(today: Day, { settled }: { settled: boolean }): Promise<string[]> {
  return [
    ...(await twoHolders()),
    ...(await strayAttachments()),
    ...(await strayMessages()),
    ...(await overdue(today)),
    ...(await strayRequests()),
    ...(settled ? await requestsOfNobody() : []),
  ];
}

async function twoHolders(): Promise<string[]> {
  const rows = await db
    .select({ key: registration.key })
    .from(registration)
    .where(inForce)
    .groupBy(registration.key)
    .having(sql`count(*) > 1`);
  return rows.map(({ key }) => `I1: ${key} has two holders`);
}

async function strayAttachments(): Promise<string[]> {
  const attached = and(
    eq(registration.id, contact.registrationId),
    inForce,
    eq(registration.portalId, contact.portalId),
    eq(registration.key, contact.domainKey),
    eq(registration.expires, contact.expires),
  );
  const rows = await db
    .select({ id: contact.id, status: contact.status, expires: contact.expires })
    .from(contact)
    .leftJoin(registration, attached)
    .where(
      or(
        and(eq(contact.status, "REGISTERED"), isNull(registration.id)),
        and(ne(contact.status, "REGISTERED"), or(ne(contact.expires, ""), isNotNull(contact.registrationId))),
      ),
    );
  return rows.map(
    ({ id, status, expires }) => `I2: contact ${id} is ${status || "blank"} until ${expires || "nothing"}`,
  );
}

async function strayMessages(): Promise<string[]> {
  const rows = await db.selectDistinct({ status: contact.status, message: contact.message }).from(contact);
  return rows.flatMap(({ status, message }) => (messages[status]?.test(message) ? [] : [`I4: ${status}: ${message}`]));
}

async function overdue(today: Day): Promise<string[]> {
  const active = await db
    .select({ key: registration.key })
    .from(registration)
    .where(and(inForce, ne(registration.expires, ""), lt(registration.expires, today)));
  const over = await db.select().from(registration).where(eq(registration.state, "expired"));
  return [
    ...active.map(({ key }) => `I5: ${key} is held after its last day`),
    ...over.flatMap(({ key, expires, endedAt }) =>
      dayIn("UTC", endedAt ?? 0) > expires ? [] : [`I5: ${key} expired before the end of ${expires}`],
    ),
  ];
}

async function strayRequests(): Promise<string[]> {
  const own = and(eq(request.receipt, contact.openRequest), eq(request.contactId, contact.id), isOpen);
  const lost = await db
    .select({ id: contact.id, shown: contact.openKind, kind: request.kind, openRequest: contact.openRequest })
    .from(contact)
    .leftJoin(request, own)
    .where(or(isNotNull(contact.openRequest), isNotNull(contact.openKind)));
  const open = await db
    .select({ receipt: request.receipt, contactId: request.contactId, shown: contact.openRequest })
    .from(request)
    .innerJoin(contact, eq(contact.id, request.contactId))
    .where(isOpen);
  const rekeyed = await db
    .select({ receipt: request.receipt })
    .from(request)
    .leftJoin(event, and(eq(event.number, request.receipt), eq(event.key, request.key), eq(event.kind, "requested")))
    .where(isNull(event.number));
  const many = Map.groupBy(open, ({ contactId }) => contactId);
  return [
    ...lost.flatMap(({ id, shown, kind }) =>
      shown === kind && kind !== null ? [] : [`I11: contact ${id} shows ${shown}, has ${kind}`],
    ),
    ...open.flatMap(({ receipt, shown }) =>
      receipt === shown ? [] : [`I11: request ${receipt} is open, and not shown`],
    ),
    ...[...many].flatMap(([id, rows]) =>
      rows.length > 1 ? [`I12: contact ${id} has ${rows.length} open requests`] : [],
    ),
    ...rekeyed.map(({ receipt }) => `I13: request ${receipt} is not what was asked`),
  ];
}

async function requestsOfNobody(): Promise<string[]> {
  const rows = await db
    .select({ receipt: request.receipt })
    .from(request)
    .leftJoin(contact, eq(contact.id, request.contactId))
    .where(and(isOpen, isNotNull(request.contactId), isNull(contact.id)));
  return rows.map(({ receipt }) => `I10: request ${receipt} is open, and its contact is gone`);
}

/** Where the log is not what first come, first served would have made of it, or is not what stands (I3, I5, I7, I8, I9). */
export async function brokenByTheLog(): Promise<string[]> {
  const { faults, holders } = faultsIn(await steps());
  const active = await db.select().from(registration).where(inForce);
  const standing = new Map(active.map(({ key, portalId, expires }) => [key, `${portalId} until ${expires}`]));
  const byLog = new Map([...holders].map(([key, { by, expires }]) => [key, `${by} until ${expires}`]));
  const differing = [...new Set([...standing.keys(), ...byLog.keys()])].filter(
    (key) => standing.get(key) !== byLog.get(key),
  );
  return [...faults, ...differing.map((key) => `I9: ${key} is ${standing.get(key)}'s, by the log ${byLog.get(key)}'s`)];
}

async function steps(): Promise<Step[]> {
  const rows = await db.select().from(event).orderBy(asc(event.number));
  const kinds = await db.select({ receipt: request.receipt, kind: request.kind }).from(request);
  const pursuits = new Set(kinds.flatMap(({ receipt, kind }) => (kind === "pursuit" ? [receipt] : [])));
  return rows.flatMap((row) => stepOf(row, pursuits) ?? []);
}

type Told = typeof event.$inferSelect;

function stepOf({ number, at, kind, key, portalId: by, before, after }: Told, pursuits: Set<number>): Step | undefined {
  const on = dayIn("UTC", at);
  const receipt = Number(told(after, "receipt") || told(before, "receipt"));
  const expires = told(after, "expires");
  switch (kind) {
    case "requested":
      if (pursuits.has(number)) return { is: "asked", number, key, by: null, how: "pursuit" };
      return { is: "asked", number, key, by, how: told(after, "kind") === "manual" ? "manual" : "automatic" };
    case "upgraded":
      return { is: "upgraded", number, receipt };
    case "withdrawn":
    case "superseded":
      return { is: "gone", number, receipt };
    case "merged": {
      const [open, how] = [told(after, "openRequest"), told(after, "openKind")];
      return how === "manual" ? { is: "upgraded", number, receipt: Number(open) } : undefined;
    }
    case "restored":
    case "unmerged":
      return told(after, "status") === "REGISTERED"
        ? { is: "attached", number, key: told(after, "key") || key, by: Number(by), expires }
        : undefined;
    case "decided":
      return { is: "decided", number, receipt, on, outcome: told(after, "outcome"), expires };
    case "pursuit-started":
      return { is: "decided", number, receipt, on, outcome: "pursued", expires: "" };
    case "pursuit-refused":
      return receipt === 0 ? undefined : { is: "decided", number, receipt, on, outcome: "held", expires: "" };
    case "expired":
      return { is: "expired", number, key, on };
    case "released":
    case "revoked":
    case "pursuit-ended":
      return { is: "given-up", number, key, on };
    case "transferred":
      return { is: "transferred", number, key, to: Number(by) };
    default:
      return undefined;
  }
}

function told(of: unknown, name: string): string {
  const value: unknown = Reflect.get(Object(of), name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
