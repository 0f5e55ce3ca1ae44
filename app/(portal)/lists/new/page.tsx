import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { ListForm } from "#components/lists/list-form.tsx";
import { readAddress } from "#lib/contacts/address.ts";
import { ruleOfFilter } from "#lib/contacts/filter-rule.ts";
import { foldersOf, partnerListsOf } from "#lib/lists/queries.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Create new list" };

type Parameters = { searchParams: SearchParams };

/** With the parameters of Contacts the rule is filled in with what they ask: "Save as list". */
export default async function NewListPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const { filter } = readAddress(await readerOfAll(searchParams));
  const [{ all }, folders, partners] = await Promise.all([
    fieldsToChoose(db, actor.portalId),
    foldersOf(actor),
    partnerListsOf(actor),
  ]);
  const rule = ruleOfFilter(filter, (wanted) => partners.find((each) => each.rule === wanted)?.id);
  const draft = { name: "", folder: "", kind: "smart", rule } as const;
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Create new list</h1>
      <ListForm id={null} draft={draft} fields={all} folders={folders.map(({ name }) => name)} />
    </div>
  );
}
