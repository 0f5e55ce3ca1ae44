import type { Metadata } from "next";
import { ContactSettingsCards } from "#app/(portal)/settings/contact-settings.tsx";
import { ownOrigin } from "#app/own-origin.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { CalendarCard } from "#components/notices/calendar-card.tsx";
import { MailCard } from "#components/notices/mail-card.tsx";
import { ConversionsCard } from "#components/settings/conversions-card.tsx";
import { PortalCard } from "#components/settings/portal-card.tsx";
import { SessionsCard } from "#components/settings/sessions-card.tsx";
import { SettingsNotice } from "#components/settings/settings-notice.tsx";
import { SyncCard } from "#components/settings/sync-card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { conversionSecretOf } from "#lib/contacts/commands/verify-submission.ts";
import { noticesByMail } from "#lib/notices/queries/bell.ts";
import { feedSince } from "#lib/notices/queries/feed.ts";
import { mailServer } from "#lib/notices/queries/mail-server.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { syncPause } from "#lib/registration/queries.ts";
import { dateAndTime } from "#lib/words.ts";

export const metadata: Metadata = { title: "Contacts Settings" };

type Parameters = { searchParams: SearchParams };

export default async function SettingsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const { portalId, portalName, timeZone } = actor;
  const isAdmin = actor.role === "admin";
  const [read, origin, sync, byMail, since, secret] = await Promise.all([
    readerOf(searchParams),
    ownOrigin(),
    syncPause(actor),
    noticesByMail(actor),
    feedSince(actor),
    isAdmin ? conversionSecretOf(portalId) : null,
  ]);

  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <h1 className="text-2xl">Contacts Settings</h1>
      <SettingsNotice done={read("done")} />
      <PortalCard {...{ portalName, portalId, timeZone }} />
      <SyncCard sync={sync} isAdmin={isAdmin} />
      <div id="email">
        <MailCard email={actor.email} byMail={byMail} sends={mailServer() !== undefined} />
      </div>
      <div id="calendar">
        <CalendarCard origin={origin} since={since === null ? null : dateAndTime(since, timeZone)} />
      </div>
      <ContactSettingsCards actor={actor} done={read("done")} />
      <ConversionsCard portalId={portalId} origin={origin} secret={secret} />
      <Card title="Properties">
        <div className="flex flex-col items-start gap-3">
          <p>The order of properties, which are starred, and properties of your own.</p>
          <LinkButton href="/settings/properties">All Properties</LinkButton>
        </div>
      </Card>
      <Card title="Keys">
        <div className="flex flex-col items-start gap-3">
          <p>Which key does what, and whether single keys do anything.</p>
          <LinkButton href="/settings/keys">Keys</LinkButton>
        </div>
      </Card>
      <SessionsCard />
    </div>
  );
}
