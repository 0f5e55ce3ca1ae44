import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { ContactAsOf } from "#app/(portal)/contacts/[id]/as-of.tsx";
import { transaction } from "#db/transaction.ts";
import { DeleteContact } from "#components/contacts/delete-contact.tsx";
import { RecordHeader } from "#components/contacts/record-header.tsx";
import { RecordNotice } from "#components/contacts/record-notice.tsx";
import { RecordSidebar } from "#components/contacts/record-sidebar.tsx";
import { RecordMiddle } from "#components/contacts/record-view.tsx";
import { HowDecided } from "#components/registration/how-decided.tsx";
import { RegistrationPanel } from "#components/registration/registration-panel.tsx";
import { now } from "#lib/clock.ts";
import { readId } from "#lib/contacts/id.ts";
import { contactById, conversionsOf, historyOf } from "#lib/contacts/queries/contact-record.ts";
import { readRecordAddress } from "#lib/contacts/record-address.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { listsOf } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { lookedUp } from "#lib/registration/commands/preflight.ts";
import type { LookedUp } from "#lib/registration/preflight.ts";
import {
  type Explanation,
  eventsOfContact,
  explanationOf,
  lackingNow,
  openRequestOf,
  registryToday,
} from "#lib/registration/queries.ts";
import { shortfallsOf } from "#lib/registration/rules.ts";

type Place = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const found = await contactById(await requireMember(), readId((await params).id));
  return { title: found?.name ?? "Not found" };
}

export default async function ContactPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const contact = await contactById(actor, readId((await params).id));
  if (contact === undefined) notFound();

  const parameters = await searchParams;
  const read = (name: string) => [parameters[name]].flat()[0];
  const { view, group } = readRecordAddress(read);
  const [explanation, open, lacking, today, conversions, timeline, history, lists] = await Promise.all([
    explanationOf(actor, contact),
    openRequestOf(actor, contact),
    lackingNow(contact),
    registryToday(),
    conversionsOf(actor, contact.id),
    eventsOfContact(actor, contact.id),
    view === "history" ? historyOf(actor, contact.id) : [],
    listsOf(actor),
  ]);
  const { timeZone } = actor;
  const looked = await lookUpShown(actor, explanation);

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_22rem]">
      <div className="lg:col-start-2 xl:col-span-2">
        <RecordHeader contact={contact} now={now()} timeZone={timeZone} />
      </div>
      <div className="flex flex-col gap-4 lg:col-start-2 xl:col-start-3 xl:row-start-2">
        <RegistrationPanel
          contact={contact}
          open={open}
          lacking={lacking}
          today={today}
          saved={<RecordNotice saved={read("saved")} open={open !== null} />}
        />
        <HowDecided
          contact={contact}
          explanation={explanation}
          looked={looked}
          vendor={await vendorName(db)}
          timeZone={timeZone}
        />
        <ContactAsOf actor={actor} contact={contact} asOf={read("asof")} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:row-start-2">
        <RecordMiddle
          vendor={await vendorName(db)}
          {...{ view, group, contact, timeZone, conversions, timeline, history, lists }}
        />
      </div>
      <div className="flex flex-col gap-4 lg:col-start-1 lg:row-span-3 lg:row-start-1">
        <RecordSidebar contactId={contact.id} name={contact.name} view={view} group={group} />
        <DeleteContact
          contactId={contact.id}
          name={contact.name}
          domain={contact.status === "REGISTERED" ? contact.domainKey : ""}
        />
      </div>
    </div>
  );
}

/** Only where nothing was decided yet and every rule passes; each domain that is not the portal's own is a look-up. */
async function lookUpShown(actor: Actor, { seen, findings, key }: Explanation): Promise<LookedUp | null> {
  if (seen === "decided" || shortfallsOf(findings).length > 0) return null;
  return transaction((tx) => lookedUp(tx, actor, key));
}
