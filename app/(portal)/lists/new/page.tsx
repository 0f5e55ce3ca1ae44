import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { ListForm } from "#components/lists/list-form.tsx";
import { emptyRule } from "#lib/lists/draft.ts";
import { foldersOf } from "#lib/lists/queries.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Create new list" };

export default async function NewListPage() {
  const actor = await requireMember();
  const [{ all }, folders] = await Promise.all([fieldsToChoose(db, actor.portalId), foldersOf(actor)]);
  const draft = { name: "", folder: "", kind: "smart", rule: emptyRule } as const;
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Create new list</h1>
      <ListForm id={null} draft={draft} fields={all} folders={folders.map(({ name }) => name)} />
    </div>
  );
}
