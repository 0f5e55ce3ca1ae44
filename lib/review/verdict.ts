import { z } from "zod";
import { dismissalReasons } from "#lib/review/dismissal-reasons.ts";

const Id = z.number().int().positive();
const names = dismissalReasons.map(({ name }) => name);
const Value = z.string().max(10_000);

/** What a person says to one contact, or to those of a domain; `version` is the contact as it was on the screen. */
export const Verdict = z.discriminatedUnion("verb", [
  z.strictObject({
    verb: z.literal("mend"),
    contacts: z
      .array(z.strictObject({ id: Id, version: Id, values: z.record(z.string().max(100), Value) }))
      .min(1)
      .max(1_000),
  }),
  z.strictObject({ verb: z.literal("dismiss"), contactId: Id, reason: z.enum(names) }),
  z.strictObject({ verb: z.literal("undo"), mendings: z.array(Id).min(1).max(1_000) }),
]);
export type Verdict = z.infer<typeof Verdict>;

/** What became of it: who is out of the queue or (undone) back in it, who is refused and why, and how it can be undone. */
export type Judged = {
  mending: number | null;
  done: readonly number[];
  refused: readonly { id: number; message: string }[];
};
