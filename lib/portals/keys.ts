/** Where a key counts: on every page, on rows of a table, or at the review desk. */
export type KeyPlace = "everywhere" | "rows" | "review";

export const keyPlaces: readonly { place: KeyPlace; title: string }[] = [
  { place: "everywhere", title: "Everywhere" },
  { place: "rows", title: "In a table of contacts" },
  { place: "review", title: "In Review" },
];

/** Which key does what, unless a person says otherwise. */
export const keysAsMade = {
  help: "?",
  search: "/",
  add: "n",
  next: "j",
  previous: "k",
  preview: "Space",
  choose: "x",
  edit: "e",
  request: "r",
  accept: "a",
  domain: "d",
  skip: "s",
  dismiss: "x",
  undo: "z",
};

export type CommandName = keyof typeof keysAsMade;

type Command = { name: CommandName; does: string; on: readonly KeyPlace[] };

/** What one key does, and where. */
export const commands: readonly Command[] = [
  { name: "help", does: "Show the keys", on: ["everywhere"] },
  { name: "search", does: "Go to the search", on: ["everywhere"] },
  { name: "add", does: "Add a new contact", on: ["everywhere"] },
  { name: "next", does: "Next contact", on: ["rows", "review"] },
  { name: "previous", does: "Previous contact", on: ["rows", "review"] },
  { name: "preview", does: "Preview, open and close", on: ["rows"] },
  { name: "choose", does: "Choose the contact", on: ["rows"] },
  { name: "edit", does: "Edit", on: ["rows", "review"] },
  { name: "request", does: "Request registration", on: ["rows"] },
  { name: "accept", does: "Accept what is suggested", on: ["review"] },
  { name: "domain", does: "Apply to the whole domain", on: ["review"] },
  { name: "skip", does: "Skip", on: ["review"] },
  { name: "dismiss", does: "Dismiss", on: ["review"] },
  { name: "undo", does: "Undo", on: ["review"] },
];

/** `on` is false where somebody wants no single keys at all; a command without a key has ''. */
export type KeyMap = { on: boolean; keys: Readonly<Record<CommandName, string>> };

/** From the cookie: what cannot be read is as it was made. */
export function keyMapOf(spelled = ""): KeyMap {
  const given = new URLSearchParams(spelled);
  const keys = keysBy((name) => keyTyped(given.get(name) ?? keysAsMade[name]) ?? keysAsMade[name]);
  return { on: given.get("keys") !== "off", keys: Object.keys(clashesOf(keys)).length === 0 ? keys : keysAsMade };
}

/** For the cookie: only what differs from how it was made. */
export function spellKeyMap({ on, keys }: KeyMap): string {
  const spelled = new URLSearchParams(on ? {} : { keys: "off" });
  for (const { name } of commands) if (keys[name] !== keysAsMade[name]) spelled.set(name, keys[name]);
  return spelled.toString();
}

export type KeyProblems = Partial<Record<CommandName, string>>;

/** The keys that somebody typed, or what is wrong with them by command. */
export function readKeys(typed: (name: CommandName) => string): { keys: KeyMap["keys"]; problems: KeyProblems } {
  const keys = keysBy((name) => keyTyped(typed(name)) ?? "");
  const unread = commands.filter(({ name }) => keyTyped(typed(name)) === undefined);
  const many = "One key: a letter, a figure, a sign or Space. Leave it empty for none.";
  return { keys, problems: { ...clashesOf(keys), ...Object.fromEntries(unread.map(({ name }) => [name, many])) } };
}

/** The command of a key in a place; `pressed` is what the browser calls the key. */
export function commandOf({ on, keys }: KeyMap, pressed: string, place: KeyPlace): CommandName | undefined {
  const key = pressed === " " ? "Space" : pressed.toLowerCase();
  if (!on || key === "") return undefined;
  return commands.find((each) => isIn(each, place) && keys[each.name] === key)?.name;
}

/** What is written on a key. */
export function keyCap(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}

export function commandsIn(place: KeyPlace) {
  return commands.filter((each) => isIn(each, place));
}

function isIn({ on }: Command, place: KeyPlace): boolean {
  return on.includes(place);
}

function keyTyped(typed: string): string | undefined {
  const key = typed.trim().toLowerCase();
  if (key === "space" || typed === " ") return "Space";
  return key === "" || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key) ? key : undefined;
}

/** A key does one thing in a place, and what counts everywhere counts in each. */
function clashesOf(keys: KeyMap["keys"]): KeyProblems {
  const problems: KeyProblems = {};
  for (const [at, one] of commands.entries()) {
    const other = commands.slice(0, at).find((each) => keys[each.name] === keys[one.name] && meet(each, one));
    if (other !== undefined && keys[one.name] !== "") {
      problems[one.name] = `${keyCap(keys[one.name])} is the key for “${other.does}” already. Choose another one.`;
    }
  }
  return problems;
}

function meet(one: Command, other: Command): boolean {
  const everywhere = isIn(one, "everywhere") || isIn(other, "everywhere");
  return everywhere || one.on.some((place) => isIn(other, place));
}

function keysBy(keyOf: (name: CommandName) => string): KeyMap["keys"] {
  const keys = { ...keysAsMade };
  for (const { name } of commands) keys[name] = keyOf(name);
  return keys;
}
