import type { Metadata } from "next";
import { z } from "zod";
import { DoneNotice } from "#components/sales/done-notice.tsx";
import { DomainPages } from "#components/sales/domain-pages.tsx";
import { DomainSearch } from "#components/sales/domain-search.tsx";
import { DomainTable } from "#components/sales/domain-table.tsx";
import { NoDomains } from "#components/sales/no-domains.tsx";
import { SyncPause } from "#components/sales/sync-pause.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { DomainKey } from "#lib/sales/asked.ts";
import { syncPausedSince } from "#lib/sales/queries/domain-record.ts";
import { domainsPage } from "#lib/sales/queries/domains-page.ts";
import { searchTerm } from "#lib/sales/search-term.ts";

export const metadata: Metadata = { title: "Sales database" };

// An address that somebody typed may hold anything; what cannot be read counts as not said.
const Asked = z.object({
  q: z.string().max(2048).catch(""),
  show: z.enum(["all", "pursued", "held", "not-pursued", "look-alikes"]).catch("all"),
  after: DomainKey.optional().catch(undefined),
  before: DomainKey.optional().catch(undefined),
  done: z.string().optional().catch(undefined),
});
type Asked = z.infer<typeof Asked>;

export default async function DomainsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { timeZone } = await requireChannelManager();
  const asked = Asked.parse(await searchParams);
  await sweepLapsed();
  const term = searchTerm(asked.q);
  const [page, pausedSince] = await Promise.all([
    domainsPage({ prefix: term.prefix, filter: asked.show, place: placeOf(asked), size: 100 }),
    syncPausedSince(),
  ]);
  const isKnown = term.key === null || page.rows.some(({ key }) => key === term.key);

  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">Sales database</h1>
        <div className="flex flex-wrap gap-2">
          {pausedSince === null && <SyncPause pausedSince={null} timeZone={timeZone} />}
          <LinkButton href="/domains/transfers">Transfers</LinkButton>
          <LinkButton href="/domains/accounts">Load accounts</LinkButton>
        </div>
      </header>
      <DoneNotice done={asked.done} />
      {pausedSince !== null && <SyncPause pausedSince={pausedSince} timeZone={timeZone} />}
      <DomainSearch q={asked.q} show={asked.show} />
      {(!isKnown || page.rows.length === 0) && <NoDomains term={term} search={asked} />}
      {page.rows.length > 0 && <DomainTable rows={page.rows} timeZone={timeZone} />}
      <DomainPages
        previous={page.previous === null ? undefined : linkTo(asked, { before: page.previous })}
        next={page.next === null ? undefined : linkTo(asked, { after: page.next })}
      />
    </div>
  );
}

function placeOf({ after, before }: Asked) {
  if (after !== undefined) return { key: after, towards: "next" as const };
  return before === undefined ? null : { key: before, towards: "previous" as const };
}

function linkTo({ q, show }: Asked, place: { after: string } | { before: string }): string {
  const said = { ...(q !== "" && { q }), ...(show !== "all" && { show }), ...place };
  return `/domains?${new URLSearchParams(said).toString()}`;
}
