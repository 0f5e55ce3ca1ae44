"use client";

import { AvailabilityLine } from "#components/registration/availability-line.tsx";
import { DomainExplainer } from "#components/registration/domain-explainer.tsx";
import { FindingsList } from "#components/registration/findings-list.tsx";
import { foreseen, foreseenInWords, type Preflight } from "#lib/registration/preflight.ts";

/** What a request would be answered now: the outcome, every rule, how the domain stands and how it was read. */
export function Foreseen({ found, website, vendor }: { found: Preflight; website: string; vendor: string }) {
  return (
    <div className="flex flex-col gap-4">
      <output className="font-semibold">{foreseenInWords[foreseen(found)]}</output>
      <FindingsList findings={found.findings} vendor={vendor} />
      <AvailabilityLine looked={found} vendor={vendor} />
      {website === "" ? null : <DomainExplainer website={website} />}
    </div>
  );
}
