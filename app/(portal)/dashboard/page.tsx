import type { Metadata } from "next";
import Link from "next/link";
import { Empty } from "#components/ui/empty.tsx";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { expiringSoon } from "#lib/notices/queries/expiring.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { figure } from "#lib/words.ts";

export const metadata: Metadata = { title: "Dashboard" };

const said: readonly { rule: PartnerRule; words: string }[] = [
  { rule: "registered", words: "registered" },
  { rule: "unavailable", words: "unavailable" },
  { rule: "invalid-data", words: "need data" },
  { rule: "pending", words: "pending" },
];

export default async function DashboardPage() {
  const actor = await requireMember();
  const [lists, expiring] = await Promise.all([listsOf(actor), registryToday().then((on) => expiringSoon(actor, on))]);
  const parts = said.flatMap(({ rule, words }) => {
    const list = lists.find((each) => each.rule === rule);
    return list === undefined ? [] : [{ ...list, words }];
  });

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Dashboard</h1>
      <p className="text-lg">
        {parts.map(({ id, size, words }, at) => (
          <span key={id}>
            <Link href={`/lists/${id}`} className="inline-flex min-h-6 items-center text-link underline">
              {figure(size)} {words}
            </Link>
            {at < parts.length - 1 ? ", " : ""}
          </span>
        ))}
        {parts.length > 0 ? ", " : ""}
        <Link href="/expiring" className="inline-flex min-h-6 items-center text-link underline">
          {figure(expiring.count)}
          {expiring.exact ? "" : "+"} {expiring.count === 1 ? "expires" : "expire"} in 60 days
        </Link>
      </p>
      <p>
        <Link href="/expiring/calendar" className="inline-flex min-h-6 items-center text-link underline">
          What expires week by week
        </Link>
      </p>
      <Empty title="More to come">Registrations by month, and why data is invalid, will stand here as charts.</Empty>
    </div>
  );
}
