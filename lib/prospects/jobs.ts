import { gatherProspects } from "#lib/prospects/commands/gather.ts";

export const prospectJobs = {
  "gather-prospects": () => gatherProspects(),
};
