import Link from "next/link";
import { Mark } from "#components/registration/mark.tsx";
import { standingMark } from "#lib/contacts/standing.ts";
import type { Day } from "#lib/day.ts";
import type { ReviewRecord } from "#lib/review/record.ts";
import { count } from "#lib/words.ts";

/** What is known around the contact: its own values, and who else is at its domain. */
export function EvidencePane({ record, today }: { record: ReviewRecord; today: Day }) {
  const { email, company, domain, conversions, neighbours } = record;
  return (
    <aside
      aria-label="Evidence"
      className="min-w-0 rounded-lg border border-line bg-surface lg:col-start-2 xl:col-start-3"
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 p-4 text-sm">
        <Fact label="Email">{email}</Fact>
        <Fact label="Company">{company}</Fact>
        <Fact label="Domain">{domain}</Fact>
        <Fact label="Forms sent">{conversions === 0 ? "None" : String(conversions)}</Fact>
      </dl>
      <div className="border-t border-line p-4">
        <h3 className="mb-2 text-sm">{domain === "" ? "Neighbours" : `Others at ${domain}`}</h3>
        {neighbours.length === 0 ? (
          <p className="text-sm text-ink-2">Nobody else of the portal is at this domain.</p>
        ) : (
          <ul aria-label={count(neighbours.length, "other contact")} className="flex flex-col gap-2">
            {neighbours.map((each) => (
              <li key={each.id} className="flex flex-wrap items-center justify-between gap-x-2 text-sm">
                <Link
                  href={`/contacts/${each.id}`}
                  prefetch={false}
                  className="inline-flex min-h-(--target) min-w-0 items-center text-link underline"
                >
                  {each.name || "No name"}
                </Link>
                <Mark {...standingMark(each, today)} />
                <span className="w-full text-ink-2">{each.company || "No company"}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="break-words">
        <bdi>{children || "Blank"}</bdi>
      </dd>
    </>
  );
}
