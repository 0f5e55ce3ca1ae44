import { z } from "zod";
import { forgetRows } from "#lib/bulk/commands/end-bulk.ts";
import { changeInSteps } from "#lib/bulk/commands/run-bulk.ts";
import { undoInSteps } from "#lib/bulk/commands/undo-bulk.ts";

const OfChange = z.strictObject({ changeId: z.number().int() });

/** What a bulk change does when it is woken: for the first time, or again after a restart. */
export const bulkJobs = {
  "run-bulk": async (args: unknown) => {
    for await (const _ of changeInSteps(OfChange.parse(args).changeId));
  },
  "forget-bulk": async (args: unknown) => {
    await forgetRows(OfChange.parse(args).changeId);
  },
  "undo-bulk": async (args: unknown) => {
    for await (const _ of undoInSteps(OfChange.parse(args).changeId));
  },
};
