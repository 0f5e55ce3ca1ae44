import Link from "next/link";

const ways = [
  { shown: "in use", label: "In use", href: "/forms" },
  { shown: "archived", label: "Archived", href: "/forms?show=archived" },
] as const;

/** Forms that are in use, or those that were put away. */
export function FormsFilter({ shown }: { shown: "in use" | "archived" }) {
  return (
    <nav aria-label="Which forms">
      <ul className="flex gap-1">
        {ways.map((way) => (
          <li key={way.shown}>
            <Link
              href={way.href}
              prefetch={false}
              {...(way.shown === shown && { "aria-current": "page" })}
              className="flex min-h-7 items-center rounded-sm px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-selection aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {way.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
