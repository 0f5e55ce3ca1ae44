import { and, desc, eq, lt } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { portal, setting } from "#db/schema/portals.ts";
import { batch, request } from "#db/schema/registration.ts";
import { now } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { env } from "#lib/env.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { defaultPolicy, type Policy, PolicySettings } from "#lib/registration/policy.ts";
import { type Finding, Findings, findingsOf, shortfallsOf } from "#lib/registration/rules.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";
import { newestPolicy } from "#lib/sales/queries/newest-policy.ts";

/** The policy in force: the newest version, or what the program starts with. */
export async function policyInForce(from: Db): Promise<Policy> {
  const newest = await newestPolicy(from);
  if (newest === undefined) return { ...defaultPolicy, vendor: env.DIBS_VENDOR };
  return { ...PolicySettings.parse(newest.settings), version: newest.version };
}

/** The calendar date in the registry's zone: the D of every message. */
export async function registryToday(): Promise<Day> {
  return dayIn((await policyInForce(db)).zone, now());
}

/** How a contact's status came about, or what the rules would say of it now. */
export type Explanation = {
  /** `decided`: as the sync saw it; `now`: the contact as it is, since nothing was decided yet. */
  seen: "decided" | "now";
  findings: readonly Finding[];
  receipt: number | null;
  kind: "manual" | "automatic" | null;
  outcome: string | null;
  key: string;
  requestedAt: number | null;
  decidedAt: number | null;
  policyVersion: number | null;
  suffixList: string | null;
};

/** The answer to "why?", for one contact of the actor's portal. */
export async function explanationOf(actor: Actor, contact: Contact): Promise<Explanation> {
  const receipt = contact.decidedBy;
  const [decided] =
    receipt === null
      ? []
      : await db
          .select()
          .from(request)
          .where(and(eq(request.receipt, receipt), eq(request.portalId, actor.portalId)));
  if (decided === undefined || decided.kind === "pursuit") return explanationNow(contact);

  const { kind, outcome, key, requestedAt, decidedAt, policyVersion, suffixList } = decided;
  const findings = Findings.parse(decided.findings ?? []);
  return { seen: "decided", findings, receipt, kind, outcome, key, requestedAt, decidedAt, policyVersion, suffixList };
}

async function explanationNow(contact: Contact): Promise<Explanation> {
  const whyNotPursued = await notPursuedAmong(db, [contact.domainKey]);
  const nothing = { receipt: null, kind: null, outcome: null, requestedAt: null, decidedAt: null };
  return {
    seen: "now",
    findings: findingsOf(contact, "manual", whyNotPursued),
    ...nothing,
    key: contact.domainKey,
    policyVersion: null,
    suffixList: null,
  };
}

/** What a registered contact lacks by now: it stays registered, but would not be again (event E17). */
export async function lackingNow(contact: Contact): Promise<Finding[]> {
  if (contact.status !== "REGISTERED") return [];
  return shortfallsOf((await explanationNow(contact)).findings);
}

// Nobody reads how many thousands wait, and a page does not get slower for them.
const countedTo = 1_000;

/** A request that waits, and how many stand before it at the same domain. */
export type OpenRequest = { receipt: number; ahead: { count: number; exact: boolean } };

/**
 * The open request of a contact of the actor's portal. Whether there is one, the contact as it was read says: decided since, the page
 * still tells one and the same moment, and looks again.
 */
export async function openRequestOf(actor: Actor, contact: Contact): Promise<OpenRequest | null> {
  const { openRequest: receipt, domainKey, portalId } = contact;
  if (receipt === null || portalId !== actor.portalId) return null;
  const before = await db
    .select({ receipt: request.receipt })
    .from(request)
    .where(and(isOpen, eq(request.key, domainKey), lt(request.receipt, receipt)))
    .limit(countedTo + 1);
  return { receipt, ahead: { count: Math.min(before.length, countedTo), exact: before.length <= countedTo } };
}

export type TimelineLine = { number: number; at: number; kind: string; who: string; before: unknown; after: unknown };

export type BatchView = Omit<typeof batch.$inferSelect, "portalId" | "selection" | "position">;

const batchView = {
  id: batch.id,
  who: batch.who,
  state: batch.state,
  total: batch.total,
  requested: batch.requested,
  skipped: batch.skipped,
  registered: batch.registered,
  unavailable: batch.unavailable,
  invalid: batch.invalid,
  withdrawn: batch.withdrawn,
  createdAt: batch.createdAt,
  finishedAt: batch.finishedAt,
};

/** The newest bulk requests of the portal. */
export async function batchesOf(actor: Actor): Promise<BatchView[]> {
  return db.select(batchView).from(batch).where(eq(batch.portalId, actor.portalId)).orderBy(desc(batch.id)).limit(100);
}

export async function batchById(actor: Actor, id: number): Promise<BatchView | undefined> {
  const [found] = await db
    .select(batchView)
    .from(batch)
    .where(and(eq(batch.portalId, actor.portalId), eq(batch.id, id)));
  return found;
}

/** Whether the sync stands still, for the portal or for everyone (decision D13). */
export async function syncPause(actor: Actor): Promise<"running" | "portal" | "program"> {
  const [program] = await db.select().from(setting).where(eq(setting.name, "sync-paused"));
  if (program !== undefined) return "program";
  const [own] = await db.select({ pausedAt: portal.syncPausedAt }).from(portal).where(eq(portal.hubId, actor.portalId));
  return own?.pausedAt === null || own === undefined ? "running" : "portal";
}
