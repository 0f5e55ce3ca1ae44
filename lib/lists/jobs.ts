import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { createPartnerLists } from "#lib/lists/commands.ts";
import { hasLists } from "#lib/lists/queries.ts";

const OfPortal = z.strictObject({ portalId: z.number().int() });

export const listJobs = {
  /** Done twice it changes nothing. */
  "portal-created": async (args: unknown) => {
    const { portalId } = OfPortal.parse(args);
    await transaction(async (tx) => {
      if (!(await hasLists(tx, portalId))) await createPartnerLists(tx, portalId);
    });
  },
};
