import { z } from "zod";
import { plainText } from "#lib/sales/plain-text.ts";

/** A domain key as an address or a form carries it. */
export const DomainKey = z.string().regex(/^[a-z0-9.-]{1,253}$/);

/** Why something is done: every change of the sales database says it. */
export const Reason = plain(500);

export const AccountName = plain(200);

function plain(longest: number) {
  return z
    .string()
    .max(longest)
    .transform((typed) => plainText(typed, longest))
    .pipe(z.string().min(1));
}
