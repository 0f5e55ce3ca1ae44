import type { Option, Property } from "#lib/properties/registry.ts";
import { propertyGroups } from "#lib/properties/registry.ts";
import { readValue } from "#lib/properties/value.ts";
import { no, type Result, yes } from "#lib/result.ts";

export const ownTypes = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "date-time", label: "Date and time" },
  { value: "choice", label: "Choice of one" },
  { value: "choices", label: "Choice of several" },
  { value: "boolean", label: "Yes or no" },
  { value: "phone", label: "Phone number" },
] as const;

const otherTypes = { email: "E-mail address", url: "Web address" };

/** What kind of values a property takes, and who writes them when people do not. */
export function typeLabel({ type, owned, ownId }: Pick<Property, "type" | "owned" | "ownId">): string {
  const label =
    type === "email" || type === "url" ? otherTypes[type] : (ownTypes.find(({ value }) => value === type)?.label ?? "");
  if (owned) return `${label}, written by Dibs`;
  return ownId === undefined ? label : `${label}, your own`;
}

export type OwnType = (typeof ownTypes)[number]["value"];

/** A property of a portal's own as the form asks for it. */
export type PropertyAsked = {
  label: string;
  group: string;
  type: OwnType;
  hint: string;
  options: readonly Option[];
  least: string;
  most: string;
};

export type PropertyProblems = Partial<
  Record<"label" | "group" | "type" | "hint" | "options" | "least" | "most", string>
>;

const longestLabel = 100;
const longestHint = 300;
const mostOptions = 500;
const longestText = 5_000;

/** Reads the form; a line of `options` is one option, "label" or "value = label". Every fault says how to mend it. */
export function readPropertyForm(read: (name: string) => string): { ok: true; value: PropertyAsked } | Refused {
  const type = ownTypes.find(({ value }) => value === read("type"))?.value;
  const label = read("label").trim();
  const asked = {
    label,
    group: propertyGroups.find(({ name }) => name === read("group"))?.name ?? "other_properties",
    type: type ?? "text",
    hint: read("hint").trim(),
    options: type === "choice" || type === "choices" ? readOptionLines(read("options")) : [],
    ...limitsOf(type, read),
  };
  const problems = problemsOf(asked, type);
  return Object.keys(problems).length === 0 ? yes(asked) : { ok: false, no: problems };
}

type Refused = { ok: false; no: PropertyProblems };

function limitsOf(type: OwnType | undefined, read: (name: string) => string): { least: string; most: string } {
  switch (type) {
    case "number":
    case "date":
    case "date-time":
      return { least: read("least").trim(), most: read("most").trim() };
    case "text":
      return { least: "", most: read("most").trim() };
    default:
      return { least: "", most: "" };
  }
}

function problemsOf(asked: PropertyAsked, type: OwnType | undefined): PropertyProblems {
  const problems: PropertyProblems = {};
  if (asked.label === "") problems.label = "Enter a name.";
  if (asked.label.length > longestLabel) problems.label = `Use at most ${longestLabel} characters.`;
  if (nameFrom(asked.label) === "" && asked.label !== "") problems.label = "Use at least one letter or digit.";
  if (asked.hint.length > longestHint) problems.hint = `Use at most ${longestHint} characters.`;
  if (type === undefined) problems.type = "Choose a type.";
  const wrongOptions = type === "choice" || type === "choices" ? optionsProblem(asked.options) : undefined;
  if (wrongOptions !== undefined) problems.options = wrongOptions;
  return { ...problems, ...limitProblems(asked) };
}

function optionsProblem(options: readonly Option[]): string | undefined {
  if (options.length === 0) return "Enter at least one option, each on a line of its own.";
  if (options.length > mostOptions) return `Use at most ${mostOptions} options.`;
  const broken = options.find(({ value, label }) => value.includes(";") || label.includes(";"));
  if (broken !== undefined) return `“${broken.label}” has a semicolon, which stands between options. Take it out.`;
  const long = options.find(({ value, label }) => value.length > longestLabel || label.length > longestLabel);
  if (long !== undefined) return `“${long.label.slice(0, 40)}…” is longer than ${longestLabel} characters. Shorten it.`;
  const spellings = options.flatMap(({ value, label }) => [...new Set([value.toLowerCase(), label.toLowerCase()])]);
  const twice = spellings.find((spelling, at) => spellings.indexOf(spelling) !== at);
  return twice === undefined ? undefined : `“${twice}” stands there twice. Leave one of them.`;
}

function limitProblems({ type, least, most }: PropertyAsked): PropertyProblems {
  const problems: PropertyProblems = {};
  if (type === "text") {
    const length = Number(most || longestText);
    if (!Number.isInteger(length) || length < 1 || length > longestText) {
      problems.most = `Enter a whole number up to ${longestText.toLocaleString("en")}, or leave it blank.`;
    }
    return problems;
  }
  const kind: Property["type"] = type === "number" ? "number" : "date";
  const form = type === "number" ? "Enter a number" : "Enter a date as YYYY-MM-DD";
  for (const [name, limit] of [["least", least] as const, ["most", most] as const]) {
    if (limit !== "" && !readValue({ name, label: name, group: "", hint: "", type: kind }, limit).ok) {
      problems[name] = `${form}, or leave it blank.`;
    }
  }
  const upsideDown = least !== "" && most !== "" && (type === "number" ? Number(least) > Number(most) : least > most);
  if (Object.keys(problems).length === 0 && upsideDown) problems.most = "This is below the other limit. Swap them.";
  return problems;
}

function readOptionLines(typed: string): Option[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [value = "", ...label] = line.split(" = ");
      return { value: value.trim(), label: label.join(" = ").trim() || value.trim() };
    });
}

/** The options as the form shows them again. */
export function optionLines(options: readonly Option[]): string {
  return options.map(({ value, label }) => (value === label ? label : `${value} = ${label}`)).join("\n");
}

/** The name under which values are kept: "Date of First Purchase" is date_of_first_purchase; '' where nothing is left. */
export function nameFrom(label: string): string {
  const plain = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  // Letters of other scripts leave nothing behind; the name is never shown to people, so a neutral one will do.
  if (plain === "") return /[\p{L}\p{N}]/u.test(label) ? "property" : "";
  return `${/^\d/.test(plain) ? "p_" : ""}${plain}`.slice(0, 50);
}

/** What a rule of a list may ask beside the properties (lib/lists/fields.ts): no property has one of these names. */
const askedBeside = new Set(["domain", "created_on", "last_conversion_on", "form", "list"]);

/** A name that nobody has yet: the first of name, name_2, name_3 … */
export function freeName(wanted: string, taken: ReadonlySet<string>): Result<string, "taken"> {
  for (let number = 1; number <= 1_000; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    // What every object has by birth is nobody's property.
    if (!taken.has(name) && !askedBeside.has(name) && !(name in {})) return yes(name);
  }
  return no("taken");
}
