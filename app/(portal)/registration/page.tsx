import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DomainLists } from "#components/registration/domain/domain-lists.tsx";
import { LookUpForm } from "#components/registration/domain/look-up-form.tsx";
import { requireMember } from "#lib/portals/queries.ts";
import { offersTo } from "#lib/registration/queries/domain-of-portal.ts";
import { watchedBy } from "#lib/registration/queries/domains-of-portal.ts";
import { readDomain } from "#lib/sales/domain.ts";

export const metadata: Metadata = { title: "Domains" };

type Props = { searchParams: SearchParams };

export default async function DomainsPage({ searchParams }: Props) {
  const actor = await requireMember();
  const website = (await readerOf(searchParams))("website")?.slice(0, 3_000) ?? "";
  const reading = readDomain(website);
  if (website !== "" && reading.ok) redirect(`/registration/${reading.key}`);
  const [offers, watched] = await Promise.all([offersTo(actor), watchedBy(actor)]);

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Domains</h1>
      <LookUpForm website={website} />
      <DomainLists offers={offers} watched={watched} timeZone={actor.timeZone} />
    </div>
  );
}
