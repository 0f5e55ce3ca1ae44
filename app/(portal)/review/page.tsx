import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ReasonBars } from "#components/review/reason-bars.tsx";
import { ReviewDesk } from "#components/review/review-desk.tsx";
import { ReviewNotice } from "#components/review/review-notice.tsx";
import { db } from "#db/client.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { invalidDataReasons } from "#lib/lists/partner-lists.ts";
import { preferencesOf } from "#lib/portals/preferences.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { readReviewAddress } from "#lib/review/address.ts";
import { mendingsOf } from "#lib/review/queries/mendings.ts";
import { reviewQueue } from "#lib/review/queries/queue.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

export const metadata: Metadata = { title: "Review" };

type Parameters = { searchParams: SearchParams };

export default async function ReviewPage({ searchParams }: Parameters) {
  const admin = await requireAdmin();
  const read = await readerOf(searchParams);
  const address = readReviewAddress(read);
  const [queue, mendings, today, vendor, kept] = await Promise.all([
    reviewQueue(admin, address),
    mendingsOf(admin),
    registryToday(),
    vendorName(db),
    cookies(),
  ]);
  const { keys } = preferencesOf((name) => kept.get(name)?.value);

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Review</h1>
      <ReviewNotice done={read("done")} refused={read("refused")} />
      <ReasonBars left={queue.left} address={address} reasons={invalidDataReasons(vendor)} />
      <ReviewDesk queue={queue} address={address} mendings={mendings} mine={admin.name} today={today} keys={keys} />
    </div>
  );
}
