import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { ListAsOf } from "#app/(portal)/lists/[id]/as-of.tsx";
import { OwnListMoves, OwnListTop } from "#app/(portal)/lists/[id]/own-list.tsx";
import { readerOf, readerOfAll, type SearchParams } from "#app/search-params.ts";
import { ContactsBrowser } from "#components/contacts/contacts-browser.tsx";
import { FilterNotices } from "#components/contacts/filter-notices.tsx";
import { ListHead } from "#components/lists/list-head.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { type Address, readAddress } from "#lib/contacts/address.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { listById, type ListRecord } from "#lib/lists/queries.ts";
import { changesInWeek } from "#lib/lists/queries/members.ts";
import { listInWords } from "#lib/lists/queries/names.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };
type Shown = { actor: Actor; list: ListRecord; read: Awaited<ReturnType<typeof readerOf>> };

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const found = await listById(await requireMember(), readId((await params).id));
  return { title: found?.name ?? "Not found" };
}

export default async function ListPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const list = await listById(actor, readId((await params).id));
  if (list === undefined) notFound();
  const [read, asked] = [await readerOf(searchParams), readAddress(await readerOfAll(searchParams))];
  const [vendor, words, week] = await Promise.all([vendorName(db), listInWords(actor, list), changesInWeek(actor)]);

  return (
    <div className="flex flex-col gap-6">
      <ListHead list={list} vendor={vendor} week={week.get(list.id)} words={words} />
      {list.rule === "" ? <OwnListTop actor={actor} list={list} read={read} /> : null}
      <Members actor={actor} list={list} read={read} asked={asked} />
      {list.rule === "" ? <OwnListMoves actor={actor} list={list} /> : null}
    </div>
  );
}

/** Who is in the list; of a partner list, who was in it stands in their place where that is asked. */
async function Members({ actor, list: { id, rule, size }, read, asked }: Shown & { asked: Address }) {
  const asOf = rule === "" ? undefined : read("asof");
  const then = rule === "" ? null : <ListAsOf actor={actor} list={{ id, rule }} asOf={asOf} />;
  if (asOf !== undefined) return then;
  if (size === 0)
    return (
      <>
        {then}
        <Nobody rule={rule} />
      </>
    );
  const address = { ...asked, filter: { ...asked.filter, ...(rule === "" ? { listId: id } : { rule }) } };
  const [shown, today] = await Promise.all([contactsShown(actor, address), registryToday()]);
  const { page, columns, lines, ...said } = shown;
  return (
    <>
      {then}
      <ContactsBrowser {...{ address, page, columns, lines, today }} panel={<FilterNotices {...said} />} />
    </>
  );
}

function Nobody({ rule }: Pick<ListRecord, "rule">) {
  return (
    <Empty title="No contacts in this list" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
      {rule === ""
        ? "Contacts enter a smart list as soon as its rule is true of them, and a static list from their records."
        : "Contacts enter this list by themselves, as soon as what it says above is true of them."}
    </Empty>
  );
}
