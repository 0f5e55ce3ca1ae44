import type { Option, Property } from "#lib/properties/registry.ts";
import { isSalesforceId } from "#lib/properties/salesforce-id.ts";
import { no, type Result, yes } from "#lib/result.ts";

export const valueRefusals = [
  "too-long",
  "not-an-email",
  "not-a-number",
  "not-a-date",
  "not-a-date-time",
  "not-an-option",
  "not-yes-or-no",
  "too-little",
  "too-much",
  "not-a-salesforce-id",
] as const;
export type ValueRefusal = (typeof valueRefusals)[number];

const longest = 5_000;
// Loose on purpose: an address is checked by sending to it, this only stops what cannot be one.
const emailShape = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/u;
const unseen = /[\u200B-\u200D\u2060\uFEFF]/gu;
// eslint-disable-next-line no-control-regex -- NUL and its like are what it takes out
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/** The value as it is stored: trimmed of Unicode space and of what nobody can see; '' is blank. */
export function cleaned(typed: string): string {
  const plain = typed.replace(control, "").trim();
  return plain.replace(unseen, "").trim() === "" ? "" : plain;
}

/**
 * Checks one typed value against its property; answers it as it is stored. A blank is always allowed: the rules of
 * registration say what it costs.
 */
export function readValue(property: Property, typed: string): Result<string, ValueRefusal> {
  const value = cleaned(typed);
  if (value === "") return yes(value);
  if (value.length > longest) return no("too-long");
  const read = readTyped(property, value);
  return read.ok ? withinLimits(property, read.value) : read;
}

function readTyped({ type, options = [] }: Property, value: string): Result<string, ValueRefusal> {
  switch (type) {
    case "email":
      return emailShape.test(value) && value.length <= 254 ? yes(value) : no("not-an-email");
    case "number":
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? yes(value) : no("not-a-number");
    case "date":
      return isDate(value) ? yes(value) : no("not-a-date");
    case "date-time":
      return readDateTime(value);
    case "choice":
      return readOption(options, value);
    case "choices":
      return readOptions(options, value);
    case "boolean":
      return readBoolean(value);
    case "text":
    case "phone":
    case "url":
      return yes(value);
  }
}

/** "2026-05-06", and a day that there is. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(value);
  // 31 February would become a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** A time without a zone is UTC; what is stored always is, so that values sort as text: "2026-05-06T14:30Z". */
function readDateTime(value: string): Result<string, ValueRefusal> {
  const [, date = "", time = "", zone = ""] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(value) ?? [];
  if (!isDate(date)) return no("not-a-date-time");
  const at = Date.parse(`${date}T${time || "00:00"}:00${zone || "Z"}`);
  return Number.isNaN(at) ? no("not-a-date-time") : yes(`${new Date(at).toISOString().slice(0, 16)}Z`);
}

/** An option may be given by its value or by its label, in any case. */
function readOption(options: readonly Option[], value: string): Result<string, ValueRefusal> {
  const wanted = value.toLowerCase();
  const option = options.find((each) => each.value.toLowerCase() === wanted || each.label.toLowerCase() === wanted);
  return option === undefined ? no("not-an-option") : yes(option.value);
}

/** Several, kept in the order of the options and each once, so that the same choice is the same value. */
function readOptions(options: readonly Option[], value: string): Result<string, ValueRefusal> {
  const read = chosenIn(value).map((each) => readOption(options, each));
  if (read.some(({ ok }) => !ok)) return no("not-an-option");
  const chosen = new Set(read.flatMap((each) => (each.ok ? [each.value] : [])));
  return yes(
    options
      .filter((option) => chosen.has(option.value))
      .map((option) => option.value)
      .join(";"),
  );
}

/** The options in a value of the type `choices`. */
export function chosenIn(value: string): string[] {
  return value
    .split(";")
    .map((each) => each.trim())
    .filter(Boolean);
}

const yesWords = new Set(["true", "yes", "1", "on"]);
const noWords = new Set(["false", "no", "0", "off"]);

function readBoolean(value: string): Result<string, ValueRefusal> {
  const word = value.toLowerCase();
  if (yesWords.has(word)) return yes("true");
  return noWords.has(word) ? yes("false") : no("not-yes-or-no");
}

function withinLimits({ type, least = "", most = "", form }: Property, value: string): Result<string, ValueRefusal> {
  switch (type) {
    case "number":
      if (least !== "" && Number(value) < Number(least)) return no("too-little");
      return most !== "" && Number(value) > Number(most) ? no("too-much") : yes(value);
    case "date":
    case "date-time":
      if (least !== "" && value < least) return no("too-little");
      // A limit is a day: the whole of it is within.
      return most !== "" && value.slice(0, 10) > most ? no("too-much") : yes(value);
    case "text":
      if (form === "salesforce-id" && !isSalesforceId(value)) return no("not-a-salesforce-id");
      return most !== "" && value.length > Number(most) ? no("too-long") : yes(value);
    default:
      return yes(value);
  }
}

const sentences: Record<ValueRefusal, (property: Limited) => string> = {
  "too-long": ({ most }) => `is longer than ${Number(most || longest).toLocaleString("en")} characters: shorten it`,
  "not-an-email": () => "is not an e-mail address: write it like name@company.com",
  "not-a-number": () => "is not a number: use digits only",
  "not-a-date": () => "is not a date: write it as YYYY-MM-DD",
  "not-a-date-time": () => "is not a date and time: write it as YYYY-MM-DD HH:MM",
  "not-an-option": () => "is not one of the options: choose one from the list",
  "not-yes-or-no": () => "is neither yes nor no: write one of them",
  "too-little": ({ type, least }) => (type === "number" ? `is below ${least}` : `is before ${least}`),
  "not-a-salesforce-id": () => "is not an id of Salesforce: copy the 15 or 18 letters and digits from its address",
  "too-much": ({ type, most }) => (type === "number" ? `is above ${most}` : `is after ${most}`),
};

type Limited = { type?: string; least?: string; most?: string };

/** "Email is not an e-mail address: write it like name@company.com"; `named` is the property, or the column of a file. */
export function valueRefused(label: string, refusal: ValueRefusal, limits: Limited = {}): string {
  return `${label} ${sentences[refusal](limits)}`;
}
