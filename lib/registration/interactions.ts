import { dayIn } from "#lib/day.ts";

/** The kinds of interactions, in the order in which the months count them. */
export const interactionKinds = [
  { kind: "form", one: "Form", more: "Forms" },
  { kind: "email", one: "Email", more: "Emails" },
  { kind: "list", one: "List Membership", more: "List Memberships" },
  { kind: "registration", one: "Registration", more: "Registrations" },
  { kind: "import", one: "Import", more: "Imports" },
  { kind: "change", one: "Change", more: "Changes" },
  { kind: "merge", one: "Merge", more: "Merges" },
  { kind: "link", one: "Public URL", more: "Public URLs" },
] as const;
export type InteractionKind = (typeof interactionKinds)[number]["kind"];

/** Where interactions are kept, each source with ids that grow. Of two at one moment the source named first comes first. */
export const sources = ["events", "conversions", "lists", "interactions", "history"] as const;
export type Source = (typeof sources)[number];

/** One line of a contact's timeline, in words. `href` leads to what it is about, '' where nothing is there to see. */
export type Interaction = {
  source: Source;
  id: number;
  at: number;
  kind: InteractionKind;
  words: string;
  who: string;
  href: string;
  /** A line of that kind, of the same moment, tells the same: then this one is not told. */
  echoes: { source: Source; kind: InteractionKind } | null;
};

/** The newest lines of each source behind a position; `more` when there are older ones. */
export type Read = Readonly<Record<Source, { lines: readonly Interaction[]; more: boolean }>>;

/** How far each source has been told: its lines with a smaller id are still to come. */
export type Position = Readonly<Record<Source, number>>;

type Told = Interaction & { isEcho: boolean };
export type Timeline = { told: readonly Told[]; more: boolean };

// A transaction writes its lines one after the other, and may have waited for a lock in between.
const oneMomentMs = 1_000;

/**
 * All sources as one, newest first. It ends where a source has lines that were not read, since nobody knows which of the others
 * would stand behind them.
 */
export function together(read: Read): Timeline {
  const places = Object.fromEntries(sources.map((source) => [source, 0]));
  const headOf = (source: Source) => read[source].lines[places[source] ?? 0];
  const told: Told[] = [];
  for (;;) {
    if (sources.some((source) => headOf(source) === undefined && read[source].more)) return { told, more: true };
    const heads = sources.flatMap((source) => headOf(source) ?? []);
    const echo = heads.find((line) => isToldBy(heads, line));
    const newest = Math.max(...heads.map(({ at }) => at));
    const next = echo ?? heads.find(({ at }) => at === newest);
    if (next === undefined) return { told, more: false };
    told.push({ ...next, isEcho: next === echo });
    places[next.source] = (places[next.source] ?? 0) + 1;
  }
}

function isToldBy(heads: readonly Interaction[], { echoes, at }: Interaction): boolean {
  if (echoes === null) return false;
  return heads.some(
    (line) => line.source === echoes.source && line.kind === echoes.kind && Math.abs(line.at - at) < oneMomentMs,
  );
}

/** What of a timeline is asked for: every kind when none is named, and words that a line has to have. */
export type Asked = { kinds: readonly InteractionKind[]; search: string };

export function isWhole({ kinds, search }: Asked): boolean {
  return kinds.length === 0 && search === "";
}

/** Those of the lines that are asked for. */
function matching(told: readonly Told[], { kinds, search }: Asked): Interaction[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return told.filter((line) => {
    if (line.isEcho || (kinds.length > 0 && !kinds.includes(line.kind))) return false;
    const text = `${line.words}\n${line.who}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** One page of what is asked for, and where the next one begins; null behind the last line. */
export function pageOf(
  { told, more }: Timeline,
  asked: Asked,
  { size, from }: { size: number; from: Position },
): { lines: Interaction[]; next: Position | null } {
  const found = matching(told, asked);
  const lines = found.slice(0, size);
  const last = lines.at(-1);
  if (found.length > size) {
    const upTo = told.findIndex((line) => line.source === last?.source && line.id === last.id) + 1;
    return { lines, next: positionBehind(told.slice(0, upTo), from) };
  }
  return { lines, next: more ? positionBehind(told, from) : null };
}

function positionBehind(told: readonly Told[], from: Position): Position {
  const position = { ...from };
  for (const { source, id } of told) position[source] = id;
  return position;
}

export type Counts = ReadonlyMap<InteractionKind, number>;
export type Summary = {
  total: number;
  matching: number;
  /** False where older lines were not counted. */
  exact: boolean;
  byKind: Counts;
  /** By month, "2014-05"; those that older lines may add to are left out. */
  byMonth: ReadonlyMap<string, Counts>;
};

/** How many there are, in all and by month, in the portal's zone. */
export function summaryOf({ told, more }: Timeline, asked: Asked, timeZone: string): Summary {
  const lines = told.filter(({ isEcho }) => !isEcho);
  const byMonth = new Map(
    [...Map.groupBy(lines, ({ at }) => monthIn(timeZone, at))].map(([month, of]) => [month, countsOf(of)]),
  );
  const last = told.at(-1);
  if (more && last !== undefined) byMonth.delete(monthIn(timeZone, last.at));
  return {
    total: lines.length,
    matching: matching(told, asked).length,
    exact: !more,
    byKind: countsOf(lines),
    byMonth,
  };
}

function countsOf(lines: readonly Interaction[]): Counts {
  return new Map([...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
}

/** "2014-05". */
export function monthIn(timeZone: string, at: number): string {
  return dayIn(timeZone, at).slice(0, 7);
}
