import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { ListForm } from "#components/lists/list-form.tsx";
import { readId } from "#lib/contacts/id.ts";
import { emptyRule } from "#lib/lists/draft.ts";
import { foldersOf, listById } from "#lib/lists/queries.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { storedRule } from "#lib/lists/read-rule.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Edit list" };

export default async function EditListPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMember();
  const list = await listById(actor, readId((await params).id));
  // The partner lists are what the guide says they are.
  if (list === undefined || list.rule !== "") notFound();
  const [{ all }, folders] = await Promise.all([fieldsToChoose(db, actor.portalId), foldersOf(actor)]);
  const { id, name, folder, kind } = list;
  const draft = { name, folder, kind, rule: storedRule(list.definition) ?? emptyRule };
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">
        Edit <bdi>{name}</bdi>
      </h1>
      <ListForm id={id} draft={draft} fields={all} folders={folders.map((each) => each.name)} />
    </div>
  );
}
