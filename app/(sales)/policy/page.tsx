import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { PageHead } from "#components/sales/page-head.tsx";
import { PolicyForm } from "#components/sales/policy-form.tsx";
import { PolicyNotice } from "#components/sales/policy-notice.tsx";
import { PolicyInForce, PolicyVersions } from "#components/sales/policy-versions.tsx";
import { PutInForce } from "#components/sales/put-in-force.tsx";
import { SimulationSums, SimulationTable } from "#components/sales/simulation-result.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { fieldsTyped, type PolicyFields, readPolicy } from "#lib/registration/policy-form.ts";
import { changesInWords } from "#lib/registration/policy-words.ts";
import { policyVersions } from "#lib/registration/queries/policies.ts";
import { simulatePolicy } from "#lib/registration/queries/simulation.ts";

export const metadata: Metadata = { title: "Policy" };

type Parameters = { searchParams: SearchParams };

export default async function PolicyPage({ searchParams }: Parameters) {
  const { timeZone } = await requireChannelManager();
  const [read, versions] = await Promise.all([readerOf(searchParams), policyVersions()]);
  const [newest] = versions;
  if (newest === undefined) throw new Error("no policy is in force");
  const asked = readPolicy(read, newest.settings);
  const fields = fieldsTyped(read, newest.settings);
  const isAsked = read("simulate") === "1";
  const simulated = isAsked && asked.ok ? await simulatePolicy({ ...asked.settings, version: newest.version }) : null;
  const changes = asked.ok ? changesInWords(newest.settings, asked.settings) : "";

  return (
    <div className="flex flex-col gap-4">
      <PageHead above={{ href: "/domains", name: "Sales database" }} title="Policy">
        <p className="max-w-prose text-ink-2">
          The settings of registration. A new version counts from the next decision on; before it does, see on the real
          history who would have gained and lost by it.
        </p>
      </PageHead>
      <PolicyNotice done={read("done")} problem={read("problem")} newest={newest} />
      {isAsked && !asked.ok && <Notice tone="danger" title="These settings cannot be read. Mend them below." />}
      {simulated !== null && <SimulationSums simulated={simulated} />}
      {simulated !== null && changes !== "" && <PutInForce {...{ fields, changes }} version={newest.version} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <PolicyForm fields={fields} faults={isAsked && !asked.ok ? asked.faults : new Set()} />
        <PolicyInForce version={newest.version} settings={newest.settings} />
      </div>
      {simulated !== null && <SimulationTable simulated={simulated} file={fileOf(fields)} />}
      <PolicyVersions versions={versions} timeZone={timeZone} />
    </div>
  );
}

function fileOf(fields: PolicyFields): string {
  return `/api/policy/simulation.csv?${new URLSearchParams(fields).toString()}`;
}
