import type { Metadata } from "next";
import { domainInAddress } from "#app/domain-in-address.ts";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DomainContacts } from "#components/registration/domain/domain-contacts.tsx";
import { DomainDone } from "#components/registration/domain/domain-done.tsx";
import { DomainEvents } from "#components/registration/domain/domain-events.tsx";
import { HowItStands } from "#components/registration/domain/how-it-stands.tsx";
import { OfferForm, ReleaseForm, WatchForm } from "#components/registration/domain/domain-forms.tsx";
import { Transfers } from "#components/registration/domain/transfers.tsx";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { lookedUp } from "#lib/registration/commands/preflight.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { domainOfPortal } from "#lib/registration/queries/domain-of-portal.ts";

type Props = {
  params: Promise<{ key: string }>;
  searchParams: SearchParams;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: domainInAddress("/registration", (await params).key).display };
}

export default async function DomainPage({ params, searchParams }: Props) {
  const actor = await requireMember();
  const { key, display } = domainInAddress("/registration", (await params).key);
  await sweepLapsed();
  const [own, looked, today, vendor, read] = await Promise.all([
    domainOfPortal(actor, key),
    transaction((tx) => lookedUp(tx, actor, key)),
    registryToday(),
    vendorName(db),
    readerOf(searchParams),
  ]);
  const taken = looked.availability === "another-partner" || looked.availability === "pursued";

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl break-words">{display}</h1>
      <DomainDone done={read("done")} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <HowItStands {...{ own, looked, today }} domainKey={key} vendor={vendor} />
          <Transfers domainKey={key} transfers={own.transfers} portalId={actor.portalId} timeZone={actor.timeZone} />
          <DomainContacts own={own} today={today} />
          <DomainEvents domainKey={key} history={own.history} timeZone={actor.timeZone} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {(taken || own.watchedSince !== null) && <WatchForm domainKey={key} watched={own.watchedSince !== null} />}
          {own.holding !== null && <ReleaseForm domainKey={key} contacts={attachedAmong(own)} />}
          {own.holding !== null && own.transfers.length === 0 && (
            <OfferForm domainKey={key} lockedUntil={own.holding.lockedUntil >= today ? own.holding.lockedUntil : ""} />
          )}
        </div>
      </div>
    </div>
  );
}

function attachedAmong({ contacts }: { contacts: readonly { status: string }[] }): number {
  return contacts.filter(({ status }) => status === "REGISTERED").length;
}
