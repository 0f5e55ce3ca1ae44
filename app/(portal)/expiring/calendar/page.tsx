import type { Metadata } from "next";
import Link from "next/link";
import { SpanNav } from "#components/expiring/span-nav.tsx";
import { WeekTable } from "#components/expiring/week-table.tsx";
import { expiringByDay } from "#lib/notices/queries/expiring.ts";
import { yearOfWeeks } from "#lib/notices/week-calendar.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { count } from "#lib/words.ts";

export const metadata: Metadata = { title: "Expiring by week" };

export default async function ExpiringCalendarPage() {
  const actor = await requireMember();
  const today = await registryToday();
  const months = yearOfWeeks(today, await expiringByDay(actor, today));
  const total = months.flatMap(({ weeks }) => weeks).reduce((sum, { expiring }) => sum + expiring, 0);

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Expiring by week</h1>
      <SpanNav here="calendar" />
      <p>
        {count(total, "domain")} in the coming year.{" "}
        <Link href="/settings#calendar" className="inline-flex min-h-6 items-center text-link underline">
          See them in a calendar of your own
        </Link>
      </p>
      <WeekTable months={months} />
    </div>
  );
}
