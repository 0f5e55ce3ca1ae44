import type { Property } from "#lib/properties/registry.ts";
import type { Result } from "#lib/result.ts";

export type ValueRefusal = "too-long" | "not-an-email" | "not-a-number" | "not-a-date" | "not-an-option";

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

/** Checks one typed value against its property. A blank is always allowed: the rules of registration say what it costs. */
export function readValue(property: Property, typed: string): Result<string, ValueRefusal> {
  const value = cleaned(typed);
  if (value === "") return { ok: true, value };
  if (value.length > longest) return { ok: false, no: "too-long" };

  switch (property.type) {
    case "email":
      return emailShape.test(value) && value.length <= 254 ? { ok: true, value } : { ok: false, no: "not-an-email" };
    case "number":
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? { ok: true, value } : { ok: false, no: "not-a-number" };
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { ok: true, value } : { ok: false, no: "not-a-date" };
    case "choice":
      return readOption(property, value);
    case "text":
    case "phone":
    case "url":
      return { ok: true, value };
  }
}

/** An option may be given by its value or by its label, in any case. */
function readOption(property: Property, value: string): Result<string, ValueRefusal> {
  const wanted = value.toLowerCase();
  const option = property.options?.find((each) => each.value === wanted || each.label.toLowerCase() === wanted);
  return option === undefined ? { ok: false, no: "not-an-option" } : { ok: true, value: option.value };
}

const sentences: Record<ValueRefusal, string> = {
  "too-long": `is longer than ${longest.toLocaleString("en")} characters: shorten it`,
  "not-an-email": "is not an e-mail address: write it like name@company.com",
  "not-a-number": "is not a number: use digits only",
  "not-a-date": "is not a date: write it as YYYY-MM-DD",
  "not-an-option": "is not one of the options: choose one from the list",
};

/** "Email is not an e-mail address: write it like name@company.com" */
export function valueRefused(label: string, refusal: ValueRefusal): string {
  return `${label} ${sentences[refusal]}`;
}
