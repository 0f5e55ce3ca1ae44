import type { Metadata } from "next";
import { z } from "zod";
import { domainInAddress } from "#app/domain-in-address.ts";
import { DomainAsOf } from "#app/(sales)/domains/[key]/as-of.tsx";
import { DomainForms } from "#components/sales/domain-forms.tsx";
import { DomainHistory } from "#components/sales/domain-history.tsx";
import { DomainStanding } from "#components/sales/domain-standing.tsx";
import { DoneNotice } from "#components/sales/done-notice.tsx";
import { LookAlikes } from "#components/sales/look-alikes.tsx";
import { WaitingRequests } from "#components/sales/waiting-requests.tsx";
import { PageHead } from "#components/sales/page-head.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { contactsAt, domainAt, historyOf, unavailableAt, waitingFor } from "#lib/sales/queries/domain-record.ts";
import { lookAlikesOf } from "#lib/sales/queries/look-alikes.ts";

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Record<string, unknown>> };

const Asked = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
  done: z.string().optional().catch(undefined),
  asof: z.string().optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: domainInAddress("/domains", (await params).key).key };
}

export default async function DomainPage({ params, searchParams }: Props) {
  const { timeZone } = await requireChannelManager();
  const { key } = domainInAddress("/domains", (await params).key);
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
        <DomainForms {...{ domain, waiting, freed, contacts }} />
      </div>
    </div>
  );
}

function linkTo(key: string, older: number | null): string | undefined {
  return older === null ? undefined : `/domains/${key}?before=${older}`;
}
