import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { fillInSteps } from "#lib/lists/commands/fill.ts";
import { beginListDay } from "#lib/lists/commands/in-force.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import { hasLists } from "#lib/lists/queries.ts";

const OfPortal = z.strictObject({ portalId: z.number().int() });

const OfList = z.strictObject({ listId: z.number().int() });

export const listJobs = {
  "list-fill": async (args: unknown) => {
    for await (const _ of fillInSteps(OfList.parse(args).listId));
  },
  "list-day": async (args: unknown) => {
    const { portalId } = OfPortal.parse(args);
    await transaction((tx) => beginListDay(tx, portalId));
  },
  /** Done twice it changes nothing. */
  "portal-created": async (args: unknown) => {
    const { portalId } = OfPortal.parse(args);
    await transaction(async (tx) => {
      if (!(await hasLists(tx, portalId))) await createPartnerLists(tx, portalId);
    });
  },
};
