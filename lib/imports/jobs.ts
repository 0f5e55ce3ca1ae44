import { z } from "zod";
import { dropFile, importInSteps } from "#lib/imports/commands/run-import.ts";

const OfImport = z.strictObject({ importId: z.number().int() });

/** What an import does when it is woken: for the first time, or again after a restart. */
export const importJobs = {
  import: async (args: unknown) => {
    const { importId } = OfImport.parse(args);
    for await (const _ of importInSteps(importId));
    await dropFile(importId);
  },
};
