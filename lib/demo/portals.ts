import type { PartnerRule } from "#lib/lists/partner-lists.ts";

/** Seed page 1a names the first Hub ID; the others are ours. */
export const brightfoldId = 152_363;
export const quaysideId = 214_907;
export const fernbankId = 187_220;
export const sandpitId = 260_118;

/** `listsOn` is a date of the seed's pages 4a and 4b, moved with the clock. */
export type DemoPortal = { hubId: number; name: string; listsOn: string; staticLists: readonly string[] };

export const demoPortals: readonly DemoPortal[] = [
  {
    hubId: brightfoldId,
    name: "Brightfold Marketing",
    listsOn: "2014-05-01",
    staticLists: ["AS", "Communications Trial Leads", "Monitis High Value Trials", "MQL/SQL"],
  },
  { hubId: quaysideId, name: "Quayside Growth", listsOn: "2014-03-18", staticLists: [] },
  { hubId: fernbankId, name: "Fernbank Digital", listsOn: "2014-03-18", staticLists: [] },
  { hubId: sandpitId, name: "Sandpit Studio", listsOn: "2014-05-01", staticLists: [] },
];

/** The sizes of the seed's pages 4a and 4b, and how many contacts there are in all (page 1a for the first). */
export const promisedSizes: readonly { hubId: number; contacts: number; lists: Record<PartnerRule, number> }[] = [
  {
    hubId: brightfoldId,
    contacts: 3_638,
    lists: { registered: 0, unavailable: 0, pending: 0, "invalid-data": 3_631, expired: 0 },
  },
  {
    hubId: quaysideId,
    // Of these, 12 came before registration did and were never asked for.
    contacts: 368,
    lists: { registered: 178, unavailable: 89, pending: 1, "invalid-data": 88, expired: 0 },
  },
  {
    hubId: sandpitId,
    contacts: 0,
    lists: { registered: 0, unavailable: 0, pending: 0, "invalid-data": 0, expired: 0 },
  },
];
