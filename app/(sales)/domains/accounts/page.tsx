import type { Metadata } from "next";
import { AccountsDryRun, DryRun } from "#components/sales/accounts-dry-run.tsx";
import { AccountsForm } from "#components/sales/accounts-form.tsx";
import { PageHead } from "#components/sales/page-head.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Load accounts" };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  await requireChannelManager();
  const asked = await searchParams;
  const { problem } = asked;
  const run = DryRun.safeParse(asked).data;

  return (
    <div className="flex flex-col gap-4">
      <PageHead above={{ href: "/domains", name: "Sales database" }} title="Load accounts" />
      <p className="max-w-prose text-ink-2">
        For every website in the file a pursuit is requested, and the sync decides it in order of receipt. What a
        partner holds is refused and logged; what is pursued already stays as it is, so that loading a file again
        changes nothing.
      </p>
      {run === undefined ? null : <AccountsDryRun run={run} />}
      <AccountsForm problem={typeof problem === "string" ? problem : undefined} />
    </div>
  );
}
