import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { Rule } from "#lib/registration/rules.ts";

/** Rows of one page. */
const most = 100;

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
  decidedAt: number | null;
};

/** The first requests of a bulk request, by receipt. */
export async function requestsOfBatch(actor: Actor, batchId: number): Promise<BatchRequest[]> {
  const rows = await db
    .select({
      receipt: request.receipt,
      contact: { id: contact.id, name: contact.name },
      key: request.key,
      state: request.state,
      outcome: request.outcome,
      findings: request.findings,
      requestedAt: request.requestedAt,
      decidedAt: request.decidedAt,
    })
    .from(request)
    .leftJoin(contact, and(eq(contact.id, request.contactId), eq(contact.portalId, actor.portalId)))
    .where(and(eq(request.batchId, batchId), eq(request.portalId, actor.portalId)))
    .orderBy(asc(request.receipt))
    .limit(most);
  return rows.map(({ findings, ...row }) => Object.assign(row, { failed: failedIn(findings) }));
}

const Findings = z.array(
  z.object({ rule: z.enum(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"]), result: z.string() }),
);

function failedIn(findings: readonly unknown[] | null): Rule[] {
  return Findings.parse(findings ?? []).flatMap(({ rule, result }) => (result === "failed" ? [rule] : []));
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
    .limit(most);
}
