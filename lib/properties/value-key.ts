import type { Property } from "#lib/properties/registry.ts";
import { chosenIn } from "#lib/properties/value.ts";

const longestKey = 200;
// A number of 15 digits may be rounded up to one of 16.
const wholeDigits = 16;
const decimals = 6;

/** A value as it is indexed: texts in any case alike, numbers in their order. Several where several options are chosen. */
export function keysOf({ type }: Pick<Property, "type">, value: string): string[] {
  if (value === "") return [];
  if (type === "choices") return chosenIn(value).map(textKey);
  return [type === "number" ? numberKey(Number(value)) : textKey(value)];
}

/** In any case the same, and short enough for an index. */
export function textKey(value: string): string {
  return value.toLowerCase().slice(0, longestKey);
}

/**
 * A number so that its keys sort as numbers do: the sign, then every digit, those of negative numbers upside down. Made from
 * the number and not from its spelling, so that what is equal has one key.
 */
export function numberKey(number: number): string {
  const [whole = "", fraction = ""] = Math.abs(number).toFixed(decimals).split(".");
  const digits = whole.padStart(wholeDigits, "0") + fraction;
  const isNegative = number < 0 && /[1-9]/.test(digits);
  return isNegative ? `0${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}` : `1${digits}`;
}
