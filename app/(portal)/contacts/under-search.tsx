import { ContactsPanel } from "#app/(portal)/contacts/panel.tsx";
import { FilterNotices } from "#components/contacts/filter-notices.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import type { Address } from "#lib/contacts/address.ts";
import { filterWords } from "#lib/contacts/checked-conditions.ts";
import type { ContactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { viewDone, viewRefused } from "#lib/views/sentences.ts";
import { countUpTo, figure } from "#lib/words.ts";

type Props = {
  actor: Actor;
  address: Address;
  every: (name: string) => readonly string[];
  shown: ContactsShown;
  listName: string | undefined;
};

/** What happened, the form that was asked for, and what is to be said of what is shown. */
export function UnderSearch({ actor, address, every, shown, listName }: Props) {
  const { page, columns, lines, faults, told } = shown;
  return (
    <>
      <p className="hidden print:block">
        {figure(page.rows.length)} of {countUpTo(page.total, "contact")}:{" "}
        <bdi>{filterWords(address.filter, lines, listName)}</bdi>
      </p>
      <NoticeOfWord word={every("done")[0]} sentences={viewDone} />
      <NoticeOfWord word={every("problem")[0]} sentences={viewRefused} tone="danger" />
      <ContactsPanel actor={actor} address={address} every={every} columns={columns} />
      <FilterNotices faults={faults} told={told} />
    </>
  );
}
