import { anyView, inTurn, reason, type MachineEvent } from "#lib/registration/machine/states.ts";

/** What portals and the vendor do with domains (E11 to E16). */
export const ofDomains: readonly MachineEvent[] = [
  {
    id: "E11",
    name: "A partner gives domains up",
    guards: [{ says: "the portal has the domain" }],
    effects: ["the contacts attached go blank"],
    records: ["released"],
    view: [[["registered"], "blank"]],
    ownership: [[["held"], "ended"]],
  },
  {
    id: "E12",
    name: "A domain goes from one portal to another",
    guards: [{ says: "both portals and the channel manager agree" }, { says: "not transferred within 60 days" }],
    effects: [
      "the same last day moves over",
      "the giver's contacts go blank, the taker's of the domain are Registered",
    ],
    records: ["transferred"],
    view: [
      [["registered"], "blank"],
      [anyView, "registered"],
    ],
    ownership: [
      [["held"], "ended"],
      [["free"], "held"],
    ],
  },
  {
    id: "E13",
    name: "The vendor takes a domain back",
    guards: [reason],
    effects: ["the contacts attached go blank"],
    records: ["revoked"],
    view: [[["registered"], "blank"]],
    ownership: [[["held"], "ended"]],
  },
  {
    id: "E14",
    name: "The vendor begins to pursue a domain",
    guards: [inTurn, reason, { says: "nobody has the domain when its receipt is served", by: "servePursuit" }],
    effects: ["nobody's contact changes before its next request"],
    records: ["requested", "pursuit-started"],
    ownership: [[["free"], "pursued"]],
  },
  {
    id: "E14b",
    name: "The domain is held",
    guards: [],
    effects: ["refused; the vendor is told until when"],
    records: ["pursuit-refused"],
  },
  {
    id: "E15",
    name: "The vendor gives a domain up",
    guards: [reason],
    effects: ["Unavailable contacts of the domain go blank", "who watches it is told"],
    records: ["pursuit-ended"],
    view: [[["unavailable"], "blank"]],
    ownership: [[["pursued"], "ended"]],
  },
  {
    id: "E16",
    name: "A domain goes on the not-pursued list, or off it",
    guards: [reason],
    effects: ["what runs, runs on; the next request is decided by it"],
    records: ["not-pursued", "pursued-again"],
  },
];
