import Link from "next/link";
import { By } from "#components/sales/domain-table.tsx";
import { StandingMark } from "#components/sales/standing-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Domain, standingOf } from "#lib/sales/standing.ts";
import { longDay } from "#lib/words.ts";

/** Who holds what a person could mistake for this domain; nothing where there is no such domain. */
export function LookAlikes({ domains }: { domains: readonly Domain[] }) {
  if (domains.length === 0) return null;
  return (
    <Card title="Look-alikes">
      <p className="text-sm text-ink-2">
        These can be mistaken for this domain. Nothing was refused because of it; look whether one company stands behind
        them.
      </p>
      <ul className="mt-3 flex flex-col gap-2">
        {domains.map((domain) => (
          <li key={domain.key} className="flex flex-wrap items-center gap-x-3">
            <Link
              href={`/domains/${domain.key}`}
              prefetch={false}
              className="min-w-0 font-semibold break-words text-link hover:underline"
            >
              <bdi>{domain.display}</bdi>
            </Link>
            <StandingMark standing={standingOf(domain)} />
            <span className="min-w-0">
              <By holder={domain.holder} exclusion={domain.exclusion} />
              {domain.holder?.expires ? `, until ${longDay(domain.holder.expires)}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
