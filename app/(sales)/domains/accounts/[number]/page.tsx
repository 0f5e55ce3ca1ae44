import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { HeldDomains, LoadSums, UnreadableRows } from "#components/sales/load-result.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/sales/page-head.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { accountsLoad } from "#lib/sales/queries/accounts-load.ts";
import { count, dateAndTime } from "#lib/words.ts";

export const metadata: Metadata = { title: "Accounts loaded" };

const EventNumber = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export default async function LoadPage({ params }: { params: Promise<{ number: string }> }) {
  const { timeZone } = await requireChannelManager();
  const number = EventNumber.safeParse((await params).number);
  const load = number.success ? await accountsLoad(number.data) : undefined;
  if (load === undefined) notFound();

  return (
    <div className="flex flex-col gap-4">
      <PageHead above={{ href: "/domains/accounts", name: "Load accounts" }} title={load.file}>
        <p className="text-ink-2">
          Loaded by <bdi>{load.who}</bdi> on {dateAndTime(load.at, timeZone)}: {load.reason}
        </p>
      </PageHead>
      {load.brokenAfter !== null && (
        <Notice tone="warning" title={`The file could not be read beyond line ${load.brokenAfter}.`}>
          What stands before is loaded. Mend the file there and load it again: nothing is pursued twice.
        </Notice>
      )}
      {load.progress.waiting > 0 && (
        <Notice
          title={`${count(load.progress.waiting, "pursuit")} still waiting for the sync`}
          action={<LinkButton href={`/domains/accounts/${number.data}`}>Look again</LinkButton>}
        >
          You can leave this page; nothing is lost.
        </Notice>
      )}
      <LoadSums load={load} />
      <HeldDomains held={load.held.some} all={load.held.count} />
      <UnreadableRows rows={load.unreadable.some} all={load.unreadable.count} />
    </div>
  );
}
