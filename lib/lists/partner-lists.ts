export type PartnerRule = "registered" | "unavailable" | "pending" | "invalid-data" | "expired";

/** What the partner lists ask of a contact: two facts and a memory (decisions D1, D2, D6). */
export type RegistrationState = {
  status: "" | "REGISTERED" | "UNAVAILABLE" | "INVALID_DATA";
  openRequest: number | null;
  lapsedOn: string;
};

type PartnerList = { rule: PartnerRule; name: (vendor: string) => string; definition: (vendor: string) => string };

/** The seed's pages 4b and 5, word for word with "HubSpot" as the vendor; the fifth is decision D6. */
export const partnerLists: readonly PartnerList[] = [
  {
    rule: "registered",
    name: (vendor) => `${vendor} Partner - Registered`,
    definition: () =>
      "These contacts have been processed against our sales database and are owned by you until the expiration date listed.",
  },
  {
    rule: "unavailable",
    name: (vendor) => `${vendor} Partner - Unavailable`,
    definition: (vendor) =>
      `These contacts were not successfully registered to you as they are being actively pursued by ${vendor}.`,
  },
  {
    rule: "pending",
    name: (vendor) => `${vendor} Partner - Pending Registration`,
    definition: () =>
      "These are contacts that you have requested to register but have not yet been processed by our system",
  },
  {
    rule: "invalid-data",
    name: (vendor) => `${vendor} Partner - Invalid Data`,
    definition: () =>
      "These are contacts that do not meet the necessary requirements to be registered in our sales database",
  },
  {
    rule: "expired",
    name: (vendor) => `${vendor} Partner - Expired`,
    definition: () =>
      "These contacts were owned by you until the expiration date and have not been requested again since.",
  },
];

/** The requirements under "Invalid Data" on the seed's page 5, in its order and words. */
export function invalidDataReasons(vendor: string): readonly string[] {
  return [
    "First Name not populated",
    "Last Name not populated",
    "Website not populated",
    "Email not populated",
    "Company not populated",
    "No conversion events (*unless manual registration was requested)",
    `Website does not meet ${vendor}'s domain formatting criteria`,
    `${vendor} is not pursuing business with a given domain`,
  ];
}

export function belongs(rule: PartnerRule, state: RegistrationState): boolean {
  switch (rule) {
    case "registered":
      return state.status === "REGISTERED";
    case "unavailable":
      return state.status === "UNAVAILABLE";
    case "pending":
      return state.openRequest !== null;
    case "invalid-data":
      return state.status === "INVALID_DATA";
    case "expired":
      return state.lapsedOn !== "";
  }
}

/** How many contacts joined and left a list. */
export type Turnover = { joined: number; left: number };

/** Who joins and who leaves each partner list when contacts change; null is a contact that is not there. */
export function turnoverOf(
  changes: readonly { before: RegistrationState | null; after: RegistrationState | null }[],
): Map<PartnerRule, Turnover> {
  const byRule = new Map<PartnerRule, Turnover>();
  // In the order of the lists, so that two transactions never wait for each other.
  for (const { rule } of partnerLists) {
    const turnover = { joined: 0, left: 0 };
    for (const { before, after } of changes) {
      const [was, is] = [before !== null && belongs(rule, before), after !== null && belongs(rule, after)];
      if (is && !was) turnover.joined += 1;
      if (was && !is) turnover.left += 1;
    }
    if (turnover.joined + turnover.left > 0) byRule.set(rule, turnover);
  }
  return byRule;
}
