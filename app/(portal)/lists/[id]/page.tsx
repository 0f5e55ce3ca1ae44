import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { ListAsOf } from "#app/(portal)/lists/[id]/as-of.tsx";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { ContactsBrowser } from "#components/contacts/contacts-browser.tsx";
import { ListHead } from "#components/lists/list-head.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { readAddress } from "#lib/contacts/address.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactsPage, pageSize } from "#lib/contacts/queries/contacts-page.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import { listById } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };
type Read = Awaited<ReturnType<typeof readerOf>>;

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const found = await listById(await requireMember(), readId((await params).id));
  return { title: found?.name ?? "Not found" };
}

export default async function ListPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const list = await listById(actor, readId((await params).id));
  if (list === undefined) notFound();
  const read = await readerOf(searchParams);
  // Who was in the list stands in the place of who is in it now.
  const asOf = list.rule === "" ? undefined : read("asof");

  return (
    <div className="flex flex-col gap-6">
      <ListHead list={list} vendor={await vendorName(db)} />
      {list.rule !== "" && <ListAsOf actor={actor} list={{ id: list.id, rule: list.rule }} asOf={asOf} />}
      {asOf !== undefined ? null : list.rule === "" || list.size === 0 ? (
        <Empty title="No contacts in this list" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
          {list.rule === ""
            ? "Contacts will be put into a static list from Contacts. It stays as you leave it."
            : "Contacts enter this list by themselves, as soon as what it says above is true of them."}
        </Empty>
      ) : (
        <Members actor={actor} rule={list.rule} read={read} />
      )}
    </div>
  );
}

async function Members({ actor, rule, read }: { actor: Actor; rule: PartnerRule; read: Read }) {
  const asked = readAddress(read);
  const address = { ...asked, filter: { ...asked.filter, rule } };
  const [page, today] = await Promise.all([contactsPage(actor, { ...address, size: pageSize }), registryToday()]);
  return <ContactsBrowser address={address} page={page} today={today} />;
}
