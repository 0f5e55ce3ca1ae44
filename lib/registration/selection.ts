import { z } from "zod";
import { ContactSelection } from "#lib/contacts/selection.ts";

/** Whom a bulk request means; `outcomes` says which of them to ask for. */
export const Selection = ContactSelection.extend({
  outcomes: z.array(z.enum(["ready", "lacks-data", "registered", "waiting"])),
});
export type Selection = z.infer<typeof Selection>;
