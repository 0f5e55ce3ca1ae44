import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { wakeIndex } from "#lib/contacts/commands/index-search.ts";
import { requestAutomatically } from "#lib/registration/commands/request-automatically.ts";
import { askBatch } from "#lib/registration/commands/batch.ts";
import { forgetOverdue } from "#lib/registration/commands/forget.ts";
import { settle } from "#lib/registration/commands/settle.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { fillLooks } from "#lib/sales/commands/looks.ts";

const Settle = z.strictObject({ key: z.string().optional(), portalByHand: z.number().int().optional() });
const OfPortal = z.strictObject({ portalId: z.number().int() });
const OfBatch = z.strictObject({ batchId: z.number().int() });

/** What registration does when it is woken. */
export const registrationJobs = {
  settle: async (args: unknown) => {
    const { key, portalByHand } = Settle.parse(args);
    await sweepLapsed();
    await settle({ ...(key === undefined ? {} : { key }), ...(portalByHand === undefined ? {} : { portalByHand }) });
  },
  "contacts-changed": async (args: unknown) => {
    await requestAutomatically(OfPortal.parse(args).portalId);
    await transaction(wakeIndex);
  },
  // The request of a deleted contact is found withdrawn when its turn comes.
  "contact-deleted": async () => {
    await settle({});
  },
  "ask-batch": async (args: unknown) => {
    await askBatch(OfBatch.parse(args).batchId);
  },
  "fill-looks": () => fillLooks(),
  "forget-deleted": () => forgetOverdue(),
};
