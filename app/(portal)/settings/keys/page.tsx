import type { Metadata } from "next";
import { cookies } from "next/headers";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { KeysForm } from "#components/keys/keys-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { requireMember } from "#lib/portals/queries.ts";
import { preferencesOf } from "#lib/portals/preferences.ts";

export const metadata: Metadata = { title: "Keys" };

const sentences = { kept: "The keys are kept in this browser." };

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  await requireMember();
  const [read, kept] = await Promise.all([readerOf(searchParams), cookies()]);
  const { keys } = preferencesOf((name) => kept.get(name)?.value);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <BackLink href="/settings">Contacts Settings</BackLink>
      <h1 className="text-2xl">Keys</h1>
      <NoticeOfWord word={read("done")} sentences={sentences} />
      <p>
        One key, one thing to do: never while something is typed, and never together with Ctrl, Alt or Cmd. Ctrl-K
        (Cmd-K) opens everything there is to go to and to do, and cannot be changed.
      </p>
      <KeysForm kept={keys} />
    </div>
  );
}
