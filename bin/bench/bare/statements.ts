import { onPostgres } from "#lib/env.ts";
import { gramsOf } from "#lib/contacts/search-words.ts";

// What the program asks the store, word for word, but for who is asking.
const view = `id, name, email, company, lifecycle_stage as "lifecycleStage", domain_key as "domainKey",
  created_at as "createdAt", status, open_kind as "openKind", expires, shortfalls, lapsed_on as "lapsedOn"`;
const order = "order by id desc limit 101";
const seats = `contact_value.property_id = (select id from property where portal_id = ? and name = 'seats')
  and contact_value.key = ?`;
const found = "portal_id = ? and search like ? escape '!'";
const indexed = onPostgres
  ? `contact_search cross join contact where grams @> ?::text[] and contact.id = contact_id and ${found}`
  : `contact_search cross join contact where contact_search match ? and contact.id = contact_search.rowid and ${found}`;
const newestIndexed = `order by contact_search.${onPostgres ? "contact_id" : "rowid"} desc limit 101`;

export const statements = {
  first: `select ${view} from contact where portal_id = ? ${order}`,
  deep: `select ${view} from contact where portal_id = ? and id < ? ${order}`,
  registered: `select ${view} from contact where portal_id = ? and status = 'REGISTERED' ${order}`,
  searched: `select ${view} from contact where ${found} ${order}`,
  searchedByIndex: `select ${view} from ${indexed} ${newestIndexed}`,
  totalSearchedByIndex: `select count(*) as count from (select 1 as one from ${indexed} limit 1001) counted`,
  ofSeats: `select ${view} from contact_value cross join contact
    where ${seats} and contact.id = contact_value.contact_id and contact.portal_id = ? order by contact_value.contact_id desc limit 101`,
  totalOfSeats: `select count(*) as count from (select 1 as one from contact_value where ${seats} limit 1001) counted`,
  total: "select contacts as count from portal where hub_id = ?",
  totalRegistered: "select size as count from list where portal_id = ? and rule = 'registered'",
  totalSearched: `select count(*) as count from (select 1 as one from contact where ${found} limit 1001) counted`,
  lists: `select id, name, kind, rule, folder, size, created_at as "createdAt", filled_to as "filledTo",
    archived_at as "archivedAt" from list where portal_id = ? order by id`,
  contact: "select * from contact where portal_id = ? and id = ?",
  write: `update contact set "values" = ?, version = version + 1 where id = ?`,
  history: `insert into property_history (id, portal_id, contact_id, at, source, who, changes)
    values (?, ?, ?, ?, 'person', 'Bare', ?)`,
} as const;

export type Named = keyof typeof statements;
export type Row = Record<string, unknown>;

/** The four things that are measured. A save is one durable transaction. */
export type Bare = {
  rows: (name: Named, values: readonly unknown[]) => Promise<Row[]>;
  save: (portalId: number, id: number, edit: Readonly<Record<string, string>>) => Promise<Row | undefined>;
};

/** As the index of the search is asked for a word in a portal (of a Hub ID below 6,400, as those of the bench). */
export function askedOfIndex(word: string, portalId: number): unknown {
  const grams = gramsOf([word]);
  if (onPostgres) return [...grams, `portal ${portalId}`];
  const mark = String.fromCodePoint(0xe000 + portalId, 0xe000, 0xe000);
  return [...grams, mark].map((gram) => `"${gram}"`).join(" AND ");
}

/** The values with the edit over them, and what the history says of it. */
export function edited(values: unknown, edit: Readonly<Record<string, string>>) {
  const before: Record<string, unknown> = typeof values === "object" && values !== null ? { ...values } : {};
  const changes = Object.entries(edit).map(([name, after]) => [name, before[name] ?? "", after]);
  return { values: JSON.stringify({ ...before, ...edit }), changes: JSON.stringify(changes) };
}
