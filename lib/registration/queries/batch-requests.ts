import { and, asc, desc, eq, gt, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { Rule } from "#lib/registration/rules.ts";

/** Rows of one page. */
export const rowsOfPage = 100;

export type BatchRequest = {
  receipt: number;
  /** Null once the contact is deleted. */
  contact: { id: number; name: string } | null;
  /** The domain as it was when asked; '' where the website could not be read. */
  key: string;
  state: "open" | "done" | "withdrawn" | "superseded";
  outcome: string | null;
  failed: Rule[];
  requestedAt: number;
  pickedUpAt: number | null;
  decidedAt: number | null;
};

/** A page of the requests of a bulk request, by receipt, behind the receipt `after` (0 for the first page). */
export async function requestsOfBatch(actor: Actor, batchId: number, after: number): Promise<BatchRequest[]> {
  const rows = await db
    .select(view)
    .from(request)
    .leftJoin(contact, ownContact(actor))
    .where(and(eq(request.batchId, batchId), eq(request.portalId, actor.portalId), gt(request.receipt, after)))
    .orderBy(asc(request.receipt))
    .limit(rowsOfPage);
  return rows.map(({ findings, ...row }) => Object.assign(row, { failed: failedIn(findings) }));
}

const newest = 50;

/** The newest requests that were made by hand for a single contact and are open no more, the last one first. */
export async function singleRequestsOf(actor: Actor): Promise<BatchRequest[]> {
  const rows = await db
    .select(view)
    .from(request)
    .leftJoin(contact, ownContact(actor))
    // Spelled out, so that the index of the single ones answers.
    .where(
      and(
        eq(request.portalId, actor.portalId),
        sql`${request.kind} = 'manual'`,
        sql`${request.batchId} is null`,
        ne(request.state, "open"),
      ),
    )
    .orderBy(desc(request.receipt))
    .limit(newest);
  return rows.map(({ findings, ...row }) => Object.assign(row, { failed: failedIn(findings) }));
}

const view = {
  receipt: request.receipt,
  contact: { id: contact.id, name: contact.name },
  key: request.key,
  state: request.state,
  outcome: request.outcome,
  findings: request.findings,
  requestedAt: request.requestedAt,
  pickedUpAt: request.pickedUpAt,
  decidedAt: request.decidedAt,
};

function ownContact({ portalId }: Actor) {
  return and(eq(contact.id, request.contactId), eq(contact.portalId, portalId));
}

const Findings = z.array(
  z.object({ rule: z.enum(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"]), result: z.string() }),
);

function failedIn(findings: readonly unknown[] | null): Rule[] {
  return Findings.parse(findings ?? []).flatMap(({ rule, result }) => (result === "failed" ? [rule] : []));
}

const mostAgain = 10_000;

/** The contacts of a bulk request that were not registered by it, so that they can be asked for again. */
export async function failedInBatch(actor: Actor, batchId: number): Promise<number[]> {
  const rows = await db
    .select({ id: contact.id })
    .from(request)
    .innerJoin(contact, and(eq(contact.id, request.contactId), eq(contact.portalId, actor.portalId)))
    .where(
      and(
        eq(request.batchId, batchId),
        eq(request.portalId, actor.portalId),
        inArray(request.outcome, ["invalid-data", "pursued", "registered_by_another_partner"]),
      ),
    )
    .orderBy(asc(request.receipt))
    .limit(mostAgain);
  return rows.map(({ id }) => id);
}

export type WaitingRequest = {
  receipt: number;
  contactId: number;
  name: string;
  key: string;
  kind: "manual" | "automatic" | "pursuit";
  requestedAt: number;
};

/** The portal's open requests that are answered next, by receipt; found by its pending contacts, however long its past is. */
export async function waitingRequestsOf(actor: Actor): Promise<WaitingRequest[]> {
  return db
    .select({
      receipt: request.receipt,
      contactId: contact.id,
      name: contact.name,
      key: request.key,
      kind: request.kind,
      requestedAt: request.requestedAt,
    })
    .from(contact)
    .innerJoin(request, eq(request.receipt, contact.openRequest))
    .where(and(eq(contact.portalId, actor.portalId), isNotNull(contact.openRequest)))
    .orderBy(asc(contact.openRequest))
    .limit(rowsOfPage);
}
