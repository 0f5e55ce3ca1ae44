import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { AllProperties } from "#components/properties/all-properties.tsx";
import { ArchivedProperties } from "#components/properties/archived-properties.tsx";
import { MoveForm } from "#components/properties/move-form.tsx";
import { PropertiesHead } from "#components/properties/properties-head.tsx";
import { SearchProperties } from "#components/properties/search-properties.tsx";
import { StarForm } from "#components/properties/star.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { db } from "#db/client.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { propertiesFound } from "#lib/properties/search.ts";

export const metadata: Metadata = { title: "Properties" };

const here = "/settings/properties";

export default async function PropertiesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const search = (read("q") ?? "").slice(0, 200).trim();
  const set = await propertiesOf(db, actor.portalId);
  const mayChange = actor.role === "admin";
  const mayMove = mayChange && search === "";
  const found = propertiesFound(set.all, search, ({ hint }) => hint);
  const stars = { names: set.starred.map(({ name }) => name), mayStar: mayChange };

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PropertiesHead mayChange={mayChange} done={read("done")} />
      <SearchProperties action={here} search={search} />
      {mayChange && <StarForm />}
      {mayMove && <MoveForm />}
      {found.length === 0 && <Empty title="No property matches">Search for a part of its name or description.</Empty>}
      <AllProperties
        groups={set.groups}
        properties={found.filter(({ archived }) => !archived)}
        stars={stars}
        mayChange={mayChange}
        mayMove={mayMove}
      />
      <ArchivedProperties properties={found.filter(({ archived }) => archived)} mayChange={mayChange} />
    </div>
  );
}
