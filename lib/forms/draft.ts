import { type FormDesign, type FormField, mostFields } from "#lib/forms/form.ts";
import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";
import { no, yes } from "#lib/result.ts";

/** A form while it is made: everything as it was typed, nothing of it checked yet. */
export type Draft = Omit<FormDesign, "origins" | "listId"> & { origins: string; listId: string };

export type DraftProblems = Partial<Record<keyof Draft, string>>;

/** What a button of the form does to its fields. */
export type Doing = { does: "add" | "up" | "down" | "remove" | "save"; property: string };

type Typed = { get: (name: string) => unknown };

/** The names of the inputs of a field. */
export const inputsOf = (property: string) => ({ label: `label@${property}`, required: `required@${property}` });

export function draftOf({ origins, listId, ...design }: FormDesign): Draft {
  return { ...design, origins: origins.join("\n"), listId: listId === null ? "" : String(listId) };
}

/** Reads the form: `fields` says which properties there are, the inputs of each say how they are asked for. */
export function readDraft(form: Typed): Draft {
  const read = (name: string) => textOf(form.get(name));
  const names = read("fields").split(" ").filter(Boolean);
  return {
    name: read("name").trim(),
    heading: read("heading").trim(),
    intro: read("intro").trim(),
    button: read("button").trim(),
    thanks: read("thanks").trim(),
    redirect: read("redirect").trim(),
    fields: [...new Set(names)].slice(0, mostFields).map((property) => {
      const inputs = inputsOf(property);
      return { property, label: read(inputs.label).trim(), required: form.get(inputs.required) !== null };
    }),
    fill: read("fill") === "empty" ? "empty" : "overwrite",
    lifecycleStage: read("lifecycleStage"),
    listId: read("listId"),
    origins: read("origins"),
  };
}

/** "up@company"; "add" takes the property that is chosen beside it. */
export function readDoing(pressed: unknown, chosen: unknown): Doing {
  const [does, property = ""] = textOf(pressed).split("@");
  if (does === "up" || does === "down" || does === "remove") return { does, property };
  return does === "add" ? { does, property: textOf(chosen) } : { does: "save", property: "" };
}

export function doneTo(fields: readonly FormField[], { does, property }: Doing): FormField[] {
  const at = fields.findIndex((each) => each.property === property);
  switch (does) {
    case "add":
      if (property === "" || at !== -1 || fields.length >= mostFields) return [...fields];
      return [...fields, { property, label: "", required: false }];
    case "up":
      return swapped(fields, at, at - 1);
    case "down":
      return swapped(fields, at, at + 1);
    case "remove":
      return fields.filter((each) => each.property !== property || property === "email");
    case "save":
      return [...fields];
  }
}

function swapped(fields: readonly FormField[], at: number, to: number): FormField[] {
  const [one, other] = [fields[at], fields[to]];
  if (one === undefined || other === undefined) return [...fields];
  return fields.map((each) => (each === one ? other : each === other ? one : each));
}

/** What the portal has that a form may name. */
type Known = { properties: readonly { name: string }[]; lists: readonly { id: number }[] };

const longest = [
  ["name", 200],
  ["heading", 200],
  ["intro", 2_000],
  ["button", 60],
  ["thanks", 2_000],
] as const;
const longestAddress = 2_000;
const longestLabel = 200;
const mostOrigins = 20;

/** The design, when it can be used; else every fault, with how to mend it. */
export function readDesign(
  draft: Draft,
  { properties, lists }: Known,
): { ok: true; value: FormDesign } | { ok: false; no: DraftProblems } {
  const problems: DraftProblems = {};
  for (const [part, most] of longest) {
    if (draft[part].length > most) problems[part] = `Use at most ${most.toLocaleString("en")} characters.`;
  }
  if (draft.name === "") problems.name = "Give the form a name.";
  if (draft.button === "") problems.button = "Say what the button does: “Send”.";
  if (draft.redirect !== "" && !isHttps(draft.redirect))
    problems.redirect = "Enter an address that begins with https://.";
  if (draft.redirect === "" && draft.thanks === "") problems.thanks = "Say thanks, or enter an address to go to.";

  const mayAsk = new Set(properties.map(({ name }) => name));
  const fields = draft.fields.filter(({ property }) => mayAsk.has(property));
  const long = fields.find(({ label }) => label.length > longestLabel);
  if (long !== undefined) problems.fields = `Use at most ${longestLabel} characters for a label.`;

  const origins = originsIn(draft.origins);
  if (!origins.ok) problems.origins = origins.no;
  const list = lists.find(({ id }) => String(id) === draft.listId);
  if (draft.listId !== "" && list === undefined) problems.listId = "That list is not there any more. Choose another.";
  const stage = lifecycleStages.find(({ value }) => value === draft.lifecycleStage)?.value ?? "";

  if (Object.keys(problems).length > 0 || !origins.ok) return { ok: false, no: problems };
  const design = { ...draft, fields: withEmail(fields), lifecycleStage: stage, listId: list?.id ?? null };
  return yes({ ...design, origins: origins.value });
}

/** Who sent it is known by the e-mail: it is always asked for, and always required. */
function withEmail(fields: readonly FormField[]): FormField[] {
  const asked = fields.map((field) => (field.property === "email" ? { ...field, required: true } : field));
  const has = asked.some(({ property }) => property === "email");
  return has ? asked : [{ property: "email", label: "", required: true }, ...asked];
}

/** A line is a website: "www.acme.com" or "https://www.acme.com/contact" is the origin https://www.acme.com. */
function originsIn(typed: string): { ok: true; value: string[] } | { ok: false; no: string } {
  const lines = typed.split(/\s+/u).filter(Boolean);
  if (lines.length > mostOrigins) return no(`Name at most ${mostOrigins} websites.`);
  const origins: string[] = [];
  for (const line of lines) {
    const read = URL.parse(line.includes("://") ? line : `https://${line}`);
    if (read === null || !isOrigin(read))
      return no(`“${line.slice(0, 60)}” is not a website: write it like https://www.acme.com.`);
    origins.push(read.origin);
  }
  return yes([...new Set(origins)]);
}

// It becomes part of a policy that the browser reads: nothing but a plain host may stand in it.
function isOrigin({ origin, username, password }: URL): boolean {
  return username === "" && password === "" && /^https?:\/\/[a-z\d.-]+(:\d+)?$/.test(origin);
}

function isHttps(address: string): boolean {
  const read = URL.parse(address);
  const isPlain = read !== null && read.protocol === "https:" && read.username === "" && read.password === "";
  return isPlain && isOrigin(read) && address.length <= longestAddress;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 20_000) : "";
}
