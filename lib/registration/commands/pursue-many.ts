import { and, eq, inArray } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { type Desk, openDesk } from "#lib/registration/commands/desk.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";
import { insertRequests, undecided, wakeSync } from "#lib/registration/commands/open-request.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { type Result, yes } from "#lib/result.ts";
import { type AccountRow, accountRows } from "#lib/sales/account-rows.ts";
import { type AccountsLoad, type Answered, emptyLoad, readRows, withMore } from "#lib/sales/accounts-load.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { type Holding, holdingsOf } from "#lib/sales/queries.ts";

export type AccountsFile = { name: string; content: ReadableStream<Uint8Array>; reason: string };

const atOnce = 200;

/**
 * Asks for a pursuit of every readable domain in a file of accounts, some at a time, so that everyone else gets a turn.
 * Answers the number of the event that keeps what came of it.
 */
export async function loadAccounts(
  actor: Actor,
  { name, content, reason }: AccountsFile,
): Promise<Result<{ number: number }, "no-website-column">> {
  const rows = await accountRows(content);
  if (!rows.ok) return rows;

  let load = emptyLoad(name, reason);
  const known = new Set<string>();
  for await (const { some, brokenAfter } of chunksOf(rows.value)) {
    const read = readRows(some, known);
    const answer = await transaction((tx) => pursueMany(tx, actor, { accounts: read.accounts, reason }));
    load = { ...withMore(load, read, answer), brokenAfter };
  }
  return yes({ number: await transaction((tx) => keep(tx, actor, load)) });
}

/** What loading the file would do, without doing it; the receipts are only how many there would be. */
export async function dryRunAccounts({
  name,
  content,
}: Omit<AccountsFile, "reason">): Promise<Result<AccountsLoad, "no-website-column">> {
  const rows = await accountRows(content);
  if (!rows.ok) return rows;

  let load = emptyLoad(name, "");
  const known = new Set<string>();
  const policy = await policyInForce(db);
  for await (const { some, brokenAfter } of chunksOf(rows.value)) {
    const read = readRows(some, known);
    const { wanted, pursued, held } = await sorted(db, [...read.accounts.keys()], { policy, at: now() });
    load = {
      ...withMore(load, read, { receipts: wanted.map(() => 0), alreadyPursued: pursued.length, held }),
      brokenAfter,
    };
  }
  return yes(load);
}

/** Which domains a pursuit would be asked for, which are the vendor's already, and which a partner holds. */
async function sorted(from: Db, keys: readonly string[], when: Pick<Desk, "policy" | "at">) {
  const [holdings, waiting] = [await holdingsOf(from, keys), await pursuitsWaiting(from, keys)];
  const held = keys.flatMap((key) => heldByPartner(when, holdings.get(key)) ?? []);
  const refused = new Set(held.map(({ key }) => key));
  const pursued = keys.filter((key) => waiting.has(key) || holdings.get(key)?.portalId === null);
  const wanted = keys.filter((key) => !refused.has(key) && !pursued.includes(key));
  return { wanted, pursued, held };
}

/** The domains to pursue, and the account of each; a few hundred at a time. */
type Pursuits = { accounts: ReadonlyMap<string, string>; reason: string };

/**
 * Asks for many pursuits at once (event E14): each draws a receipt and stands in the queue like everyone. What is held is
 * refused and logged (E14b); what is pursued, or waits to be, is left alone: asking twice changes nothing.
 */
async function pursueMany(tx: Db, actor: Actor, { accounts, reason }: Pursuits): Promise<Answered> {
  const desk = await openDesk(tx);
  const { wanted, pursued, held } = await sorted(tx, [...accounts.keys()], desk);
  for (const { key, until } of held) {
    desk.ledger.record({ kind: "pursuit-refused", who: actor.name, key, after: { heldUntil: until } });
  }
  const rows = wanted.map((key) => asked(desk, actor, { key, account: accounts.get(key) ?? "", reason }));

  await insertRequests(tx, rows);
  await wakeSync(tx, wanted);
  await desk.ledger.close();
  return { receipts: rows.map(({ receipt }) => receipt), alreadyPursued: pursued.length, held };
}

function heldByPartner(
  { policy, at }: Pick<Desk, "policy" | "at">,
  holding: Holding | undefined,
): { key: string; until: string } | undefined {
  if (holding === undefined || holding.portalId === null) return undefined;
  return holding.expires >= dayIn(policy.zone, at) ? { key: holding.key, until: holding.expires } : undefined;
}

function asked(
  desk: Desk,
  actor: Actor,
  { key, ...note }: { key: string; account: string; reason: string },
): RequestRow {
  const { name: who } = actor;
  const receipt = desk.ledger.record({ kind: "requested", who, key, after: { kind: "pursuit", ...note } });
  const nobody = { portalId: null, contactId: null, batchId: null };
  return { ...undecided, ...nobody, receipt, kind: "pursuit", key, who, note, requestedAt: desk.at };
}

async function pursuitsWaiting(tx: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: request.key })
    .from(request)
    .where(and(inArray(request.key, [...keys]), isOpen, eq(request.kind, "pursuit")));
  return new Set(rows.map(({ key }) => key));
}

type Chunk = { some: AccountRow[]; brokenAfter: number | null };

/** Where the file cannot be read on, what was read before stands. */
async function* chunksOf(rows: AsyncGenerator<AccountRow>): AsyncGenerator<Chunk> {
  let some: AccountRow[] = [];
  let line = 1;
  for (;;) {
    const row = await rows.next().catch(() => undefined);
    if (row === undefined) return yield { some, brokenAfter: line };
    if (row.done === true) return yield { some, brokenAfter: null };
    line = row.value.line;
    some.push(row.value);
    if (some.length < atOnce) continue;
    yield { some, brokenAfter: null };
    some = [];
  }
}

async function keep(tx: Db, actor: Actor, load: AccountsLoad): Promise<number> {
  const ledger = await openLedger(tx);
  const number = ledger.record({ kind: "accounts-loaded", who: actor.name, key: "", after: load });
  await ledger.close();
  return number;
}
