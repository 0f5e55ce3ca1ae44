import Link from "next/link";
import type { Month, Week } from "#lib/notices/week-calendar.ts";
import { figure, longDay } from "#lib/words.ts";

const weeksAMonth = 5;

/** A year at a glance: a row a month, a cell a week, with how many registrations end in it. */
export function WeekTable({ months }: { months: readonly Month[] }) {
  const most = Math.max(1, ...months.flatMap(({ weeks }) => weeks.map(({ expiring }) => expiring)));
  return (
    <table className="w-full max-w-3xl border-separate border-spacing-1 text-left" aria-label="Expiring by week">
      <thead>
        <tr>
          <th scope="col" className="text-sm font-semibold text-ink-2">
            Month
          </th>
          <th scope="colgroup" colSpan={weeksAMonth} className="text-sm font-semibold text-ink-2">
            Weeks from Monday on
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ name, weeks }) => (
          <tr key={name}>
            <th scope="row" className="pr-2 text-sm font-normal whitespace-nowrap text-ink-2">
              {monthIn(`${name}-01`)}
            </th>
            {weeks.map((week) => (
              <WeekCell key={week.from} week={week} most={most} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WeekCell({ week: { from, expiring }, most }: { week: Week; most: number }) {
  const date = Number(from.slice(8));
  if (expiring === 0)
    return (
      <td className="h-12 w-1/6 rounded-sm border border-line text-center text-xs text-ink-3">
        {date} <span className="sr-only">nothing</span>
      </td>
    );
  return (
    <td className="h-12 w-1/6 p-0">
      <Link
        href={`/expiring?week=${from}`}
        prefetch={false}
        className="flex min-h-12 w-full flex-col items-center justify-center rounded-sm border border-expiring bg-expiring-bg px-1 leading-tight text-expiring hover:underline"
      >
        <span className="text-xs">
          <span className="sr-only">Week of {longDay(from).slice(0, 3)} </span>
          {date}
          <span className="sr-only">:</span>
        </span>{" "}
        <span className="font-semibold">
          {figure(expiring)}
          <span className="sr-only"> {expiring === 1 ? "domain" : "domains"}</span>
        </span>
        <Bar share={expiring / most} />
      </Link>
    </td>
  );
}

/** How this week compares with the fullest one. */
function Bar({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" className="h-1 w-full" fill="currentColor">
      <rect width={Math.max(4, share * 100)} height="3" />
    </svg>
  );
}

/** "May 2015" of a day in it. */
function monthIn(day: string): string {
  return longDay(day).replace(" 1,", "");
}
