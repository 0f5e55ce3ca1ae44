import Link from "next/link";

type Here = "soon" | "later" | "week" | "calendar";
const ways: readonly { here: Here; name: string; href: string }[] = [
  { here: "soon", name: "Next 60 days", href: "/expiring" },
  { here: "later", name: "Later", href: "/expiring?show=later" },
  { here: "calendar", name: "Calendar", href: "/expiring/calendar" },
];

/** The three ways to look at what expires. */
export function SpanNav({ here }: { here: Here }) {
  return (
    <nav aria-label="Expiring" className="print:hidden">
      <ul className="flex flex-wrap gap-1 border-b border-line">
        {ways.map((way) => (
          <li key={way.here}>
            <Link
              href={way.href}
              aria-current={way.here === here ? "page" : undefined}
              className="inline-flex min-h-9 items-center border-b-2 border-transparent px-3 text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {way.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
