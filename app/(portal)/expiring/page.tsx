import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DoneNotice } from "#components/expiring/done-notice.tsx";
import { ExpiringTable } from "#components/expiring/expiring-table.tsx";
import { NothingExpires } from "#components/expiring/nothing-expires.tsx";
import { SpanNav } from "#components/expiring/span-nav.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type ExpiringPage as Found, expiringPage } from "#lib/notices/queries/expiring.ts";
import { daysOf, readAfter, readSpan, type Span, spellSpan } from "#lib/notices/span.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { countUpTo, longDay } from "#lib/words.ts";

export const metadata: Metadata = { title: "Expiring" };

type Parameters = { searchParams: SearchParams };

export default async function ExpiringPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [parameters, today] = await Promise.all([readerOf(searchParams), registryToday()]);
  const read = (name: string) => parameters(name) ?? "";
  const span = readSpan(read);
  const after = readAfter(read);
  const page = await expiringPage(actor, { span, today, after });
  const { first, last } = daysOf(span, today);

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Expiring</h1>
      <DoneNotice done={read("done")} />
      <SpanNav here={span.kind} />
      {span.kind === "week" && last !== null ? (
        <h2 className="text-lg">
          {longDay(first)} to {longDay(last)}
        </h2>
      ) : null}
      {page.rows.length === 0 ? (
        <NothingExpires span={span} />
      ) : (
        <ExpiringTable key={JSON.stringify([span, after])} page={page} today={today} span={spellSpan(span)} />
      )}
      <Pagination label="Pages of domains" summary={countUpTo(page.total, "domain")} older={wayOn(span, page)} />
    </div>
  );
}

function wayOn(span: Span, { next }: Found): string | undefined {
  return next === null ? undefined : `/expiring?${new URLSearchParams(spellSpan(span, next))}`;
}
