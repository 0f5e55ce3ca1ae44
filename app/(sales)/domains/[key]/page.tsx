import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { DomainAsOf } from "#app/(sales)/domains/[key]/as-of.tsx";
import { DomainHistory } from "#components/sales/domain-history.tsx";
import { DomainStanding } from "#components/sales/domain-standing.tsx";
import { DoneNotice } from "#components/sales/done-notice.tsx";
import { ExcludeDomain, ReadmitDomain } from "#components/sales/list-forms.tsx";
import { LookAlikes } from "#components/sales/look-alikes.tsx";
import { EndPursuit, StartPursuit } from "#components/sales/pursuit-forms.tsx";
import { RevokeRegistration } from "#components/sales/revoke-form.tsx";
import { WaitingRequests } from "#components/sales/waiting-requests.tsx";
import { PageHead } from "#components/sales/page-head.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { contactsAt, domainAt, historyOf, unavailableAt, waitingFor } from "#lib/sales/queries/domain-record.ts";
import { lookAlikesOf } from "#lib/sales/queries/look-alikes.ts";
import { standingOf } from "#lib/sales/standing.ts";

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Record<string, unknown>> };

const Asked = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
  done: z.string().optional().catch(undefined),
  asof: z.string().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: keyOf((await params).key) };
}

export default async function DomainPage({ params, searchParams }: Props) {
  const { timeZone } = await requireChannelManager();
  const key = keyOf((await params).key);
  const { before, done, asof } = Asked.parse({ before: null, ...(await searchParams) });
  await sweepLapsed();
  const [domain, waiting, history, freed, contacts, alike] = await Promise.all([
    domainAt(key),
    waitingFor(key),
    historyOf(key, before),
    unavailableAt(key),
    contactsAt(key),
    lookAlikesOf(key),
  ]);
  const pursued = standingOf(domain) === "pursued";
  const pursuitWaits = waiting.some(({ kind }) => kind === "pursuit");

  return (
    <div className="flex flex-col gap-4">
      <PageHead above={{ href: "/domains", name: "Sales database" }} title={domain.display} />
      <DoneNotice done={done} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <DomainStanding domain={domain} timeZone={timeZone} />
          <LookAlikes domains={alike} />
          <WaitingRequests requests={waiting} timeZone={timeZone} />
          <DomainAsOf domain={key} asOf={asof} timeZone={timeZone} />
          <DomainHistory events={history.events} older={linkTo(key, history.older)} timeZone={timeZone} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {pursued && <EndPursuit domain={key} freed={freed} />}
          {!pursued && !pursuitWaits && (
            <StartPursuit domain={key} ahead={waiting.length} heldUntil={domain.holder?.expires ?? ""} />
          )}
          {domain.holder?.portalId && (
            <RevokeRegistration domain={key} holder={domain.holder} contacts={contacts.registered} />
          )}
          {domain.exclusion === null && <ExcludeDomain domain={key} contacts={contacts.all - contacts.registered} />}
          {domain.exclusion?.put && <ReadmitDomain domain={key} />}
        </div>
      </div>
    </div>
  );
}

/** The key that the address names; another spelling of it leads to the one address that a domain has. */
function keyOf(spelled: string): string {
  const domain = URL.canParse(`http://${spelled}`) ? readDomain(decodeURIComponent(spelled)) : undefined;
  if (!domain?.ok) notFound();
  return domain.key === spelled ? spelled : redirect(`/domains/${domain.key}`);
}

function linkTo(key: string, older: number | null): string | undefined {
  return older === null ? undefined : `/domains/${key}?before=${older}`;
}
