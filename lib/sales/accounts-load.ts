import type { AccountRow } from "#lib/sales/account-rows.ts";
import { type DomainRefusal, readDomain } from "#lib/sales/domain.ts";
import { plainText } from "#lib/sales/plain-text.ts";

/** What came of loading a file of accounts. Of held and unreadable domains it keeps the first hundred. */
export type AccountsLoad = {
  file: string;
  reason: string;
  rows: number;
  requested: number;
  /** The first and the last receipt given out; 0 when there was none. */
  receipts: { first: number; last: number };
  alreadyPursued: number;
  duplicates: number;
  held: Counted<Held>;
  unreadable: Counted<Unreadable>;
  /** The last line that was read, where the file could not be read to its end. */
  brokenAfter: number | null;
};
export type Held = { key: string; until: string };
export type Unreadable = { line: number; website: string; why: DomainRefusal };
type Counted<Item> = { count: number; some: readonly Item[] };

export type ReadRows = {
  rows: number;
  /** Account by domain key, each domain once in a whole file. */
  accounts: ReadonlyMap<string, string>;
  duplicates: number;
  unreadable: Unreadable[];
};
export type Answered = { receipts: number[]; alreadyPursued: number; held: Held[] };

const shown = 100;
const longestShown = 200;

export function emptyLoad(file: string, reason: string): AccountsLoad {
  const none = { rows: 0, requested: 0, alreadyPursued: 0, duplicates: 0, brokenAfter: null };
  const nothing = { count: 0, some: [] };
  const receipts = { first: 0, last: 0 };
  return { ...none, file: plainText(file, longestShown), reason, receipts, held: nothing, unreadable: nothing };
}

/** Reads each website; `known` holds the domains of the rows before, and takes up those of these. */
export function readRows(rows: readonly AccountRow[], known: Set<string>): ReadRows {
  const accounts = new Map<string, string>();
  const unreadable: Unreadable[] = [];
  let duplicates = 0;
  for (const { line, name, website } of rows) {
    const domain = readDomain(website);
    if (!domain.ok) {
      unreadable.push({ line, website: shownWebsite(website, domain.no), why: domain.no });
    } else if (known.has(domain.key)) {
      duplicates += 1;
    } else {
      known.add(domain.key);
      accounts.set(domain.key, plainText(name, longestShown));
    }
  }
  return { rows: rows.length, accounts, duplicates, unreadable };
}

/** The load with some more rows, and what the sales database answered to them. */
export function withMore(load: AccountsLoad, read: ReadRows, answer: Answered): AccountsLoad {
  return {
    ...load,
    rows: load.rows + read.rows,
    requested: load.requested + answer.receipts.length,
    receipts: {
      first: load.receipts.first || (answer.receipts[0] ?? 0),
      last: answer.receipts.at(-1) ?? load.receipts.last,
    },
    alreadyPursued: load.alreadyPursued + answer.alreadyPursued,
    duplicates: load.duplicates + read.duplicates,
    held: counted(load.held, answer.held),
    unreadable: counted(load.unreadable, read.unreadable),
  };
}

/** A password in a website is never kept. */
function shownWebsite(website: string, why: DomainRefusal): string {
  return why === "website.userinfo" ? "" : plainText(website, longestShown);
}

function counted<Item>({ count, some }: Counted<Item>, more: readonly Item[]): Counted<Item> {
  return { count: count + more.length, some: [...some, ...more.slice(0, Math.max(0, shown - some.length))] };
}
