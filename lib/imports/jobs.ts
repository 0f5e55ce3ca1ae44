import { z } from "zod";
import { checkInSteps } from "#lib/imports/commands/check-rows.ts";
import { dropFile, importInSteps } from "#lib/imports/commands/run-import.ts";
import { undoInSteps } from "#lib/imports/commands/undo-import.ts";

const OfImport = z.strictObject({ importId: z.number().int() });

/** What an import does when it is woken: for the first time, or again after a restart. Its state says what is to be done. */
export const importJobs = {
  import: async (args: unknown) => {
    const { importId } = OfImport.parse(args);
    for await (const _ of checkInSteps(importId));
    for await (const _ of importInSteps(importId));
    await dropFile(importId);
  },
  "undo-import": async (args: unknown) => {
    for await (const _ of undoInSteps(OfImport.parse(args).importId));
  },
};
