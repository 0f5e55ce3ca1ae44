import {
  type Asked,
  type InteractionKind,
  interactionKinds,
  isWhole,
  type Position,
  sources,
} from "#lib/registration/interactions.ts";

/** Where a page of a timeline begins that begins with the newest line. */
export const newestFirst: Position = {
  events: Number.MAX_SAFE_INTEGER,
  conversions: Number.MAX_SAFE_INTEGER,
  lists: Number.MAX_SAFE_INTEGER,
  interactions: Number.MAX_SAFE_INTEGER,
  history: Number.MAX_SAFE_INTEGER,
};

export type InteractionsAddress = { asked: Asked; from: Position };

/** What a record's URL asks of its timeline; `read` answers all of one name with blanks between them. Unknown words are nothing. */
export function readInteractionsAddress(read: (name: string) => string): InteractionsAddress {
  const named = new Set(read("kind").split(" "));
  const kinds = interactionKinds.map(({ kind }) => kind).filter((kind) => named.has(kind));
  const search = read("find").replaceAll("\0", "").slice(0, 200).trim();
  return { asked: { kinds, search }, from: readPosition(read("before")) ?? newestFirst };
}

/** The URL of a page of the timeline. */
export function interactionsAddress(contactId: number, { asked, from }: InteractionsAddress): string {
  const parameters = new URLSearchParams({ view: "overview" });
  for (const kind of asked.kinds) parameters.append("kind", kind);
  if (asked.search !== "") parameters.set("find", asked.search);
  if (from !== newestFirst) parameters.set("before", sources.map((source) => from[source]).join("-"));
  return `/contacts/${contactId}?${parameters.toString()}${isWhole(asked) && from === newestFirst ? "" : "#interactions"}`;
}

function readPosition(spelled: string): Position | null {
  const ids = spelled.split("-").map(Number);
  if (ids.length !== sources.length || !ids.every((id) => Number.isSafeInteger(id) && id >= 0)) return null;
  const [events = 0, conversions = 0, lists = 0, interactions = 0, history = 0] = ids;
  return { events, conversions, lists, interactions, history };
}

/** "Forms" for many of a kind, "Form" for one. */
export function kindInWords(kind: InteractionKind, many: number): string {
  const known = interactionKinds.find((each) => each.kind === kind);
  return (many === 1 ? known?.one : known?.more) ?? kind;
}
