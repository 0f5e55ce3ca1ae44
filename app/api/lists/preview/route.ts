import { z } from "zod";
import { mutating } from "#lib/api/commands/mutating.ts";
import { previewRule } from "#lib/lists/queries/preview.ts";
import { yes } from "#lib/result.ts";

/** Whom a rule would put into its list. A POST for the length of a rule; nothing is kept. */
export const POST = mutating({ schema: z.strictObject({ rule: z.unknown() }), limitBytes: 200_000 }, async (call) =>
  yes(await previewRule(call.actor, call.input.rule)),
);
