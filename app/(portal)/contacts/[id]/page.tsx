import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactAsOf } from "#app/(portal)/contacts/[id]/as-of.tsx";
import { RecordEndings } from "#app/(portal)/contacts/[id]/endings.tsx";
import { recordOf } from "#app/(portal)/contacts/[id]/record.ts";
import { readerOf, readerOfAll, type SearchParams } from "#app/search-params.ts";
import { DeleteContact } from "#components/contacts/delete-contact.tsx";
import { GoneContact } from "#components/contacts/gone-contact.tsx";
import { RecordHeader } from "#components/contacts/record-header.tsx";
import { RecordNotice } from "#components/contacts/record-notice.tsx";
import { RecordSidebar } from "#components/contacts/record-sidebar.tsx";
import { RecordMiddle } from "#components/contacts/record-view.tsx";
import { HowDecided } from "#components/registration/how-decided.tsx";
import { RegistrationPanel } from "#components/registration/registration-panel.tsx";
import { now } from "#lib/clock.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { deletedContact } from "#lib/contacts/queries/deleted-contacts.ts";
import { readRecordAddress } from "#lib/contacts/record-address.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { readInteractionsAddress } from "#lib/registration/interactions-address.ts";

type Place = {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const [actor, id] = [await requireMember(), readId((await params).id)];
  const found = (await contactById(actor, id)) ?? (await deletedContact(actor, id));
  return { title: found?.name ?? "Not found" };
}

export default async function ContactPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const id = readId((await params).id);
  const contact = await contactById(actor, id);
  if (contact === undefined) {
    // Not by a not-found.tsx, which without JavaScript shows nothing.
    const gone = await deletedContact(actor, id);
    return gone === undefined ? notFound() : <GoneContact gone={gone} timeZone={actor.timeZone} />;
  }

  const read = await readerOf(searchParams);
  const timeline = readInteractionsAddress(await readerOfAll(searchParams));
  const asked = { address: readRecordAddress(read), timeline };
  const { explanation, looked, open, lacking, today, head, ...told } = await recordOf(actor, contact, asked);
  const [{ timeZone }, { vendor }] = [actor, told];
  const saved = <RecordNotice saved={read("saved")} open={open !== null} />;

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_22rem]">
      <div className="lg:col-start-2 xl:col-end-4">
        <RecordHeader {...head} {...{ contact, timeZone }} now={now()} />
      </div>
      <div className="flex flex-col gap-4 lg:col-start-2 xl:col-start-3 xl:row-start-2">
        <RegistrationPanel {...{ contact, open, lacking, today, saved }} />
        <HowDecided {...{ contact, explanation, looked, vendor, timeZone }} />
        <ContactAsOf actor={actor} contact={contact} asOf={read("asof")} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:row-start-2">
        <RecordEndings actor={actor} contact={contact} saved={read("saved")} />
        <RecordMiddle {...told} {...asked} {...{ contact, timeZone }} mayStar={actor.role === "admin"} />
      </div>
      <div className="flex flex-col gap-4 lg:col-start-1 lg:row-span-3 lg:row-start-1">
        <RecordSidebar {...told} {...asked.address} contact={contact} />
        <DeleteContact
          contactId={contact.id}
          name={contact.name}
          domain={contact.status === "REGISTERED" ? contact.domainKey : ""}
        />
      </div>
    </div>
  );
}
