import Link from "next/link";
import { classes } from "#components/ui/classes.ts";
import { type ReviewAddress, spellReviewAddress } from "#lib/review/address.ts";
import type { Left } from "#lib/review/queries/queue.ts";
import { figure } from "#lib/words.ts";

/** A bar for each reason of the seed's page 5, as long as it is frequent; a press shows those contacts alone, another all. */
export function ReasonBars({
  left,
  address,
  reasons,
}: {
  left: Left;
  address: ReviewAddress;
  reasons: readonly string[];
}) {
  const most = Math.max(1, ...left.byReason.map(({ count }) => count));
  return (
    <nav aria-label="Reasons">
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-4">
        {left.byReason.map(({ rule, count }, at) => {
          const chosen = address.reason === rule;
          return (
            <li key={rule}>
              <Link
                href={spellReviewAddress({ reason: chosen ? "" : rule, group: address.group })}
                prefetch={false}
                scroll={false}
                {...(chosen && { "aria-current": "true" as const })}
                className={classes(
                  "flex min-h-11 flex-col justify-center gap-1 rounded-md border px-2 py-1 hover:bg-sunken",
                  chosen ? "border-accent bg-selection" : "border-transparent",
                )}
              >
                <span className="flex items-baseline justify-between gap-2 text-sm">
                  <span className="min-w-0 text-ink-2">{reasons[at]}</span>
                  <span className="font-semibold">{figure(count)}</span>
                </span>
                <Bar share={count / most} />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="h-1 w-full rounded-sm bg-line text-invalid"
    >
      <rect width={share * 100} height="4" fill="currentColor" />
    </svg>
  );
}
