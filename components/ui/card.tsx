import Link from "next/link";
import type { ReactNode } from "react";

/** A sheet with a line around it. Its heading comes under the page's; what it does stands at the right. */
export function Card({
  title,
  level = 2,
  actions,
  children,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface">
      {title === undefined ? null : (
        <header className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2">
          <Heading className="text-lg">{title}</Heading>
          {actions}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  );
}

/** The whole card is the link; the sentence under its title describes where it leads. */
export function CardLink({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="group block min-w-0 rounded-lg border border-line bg-surface p-4 transition-colors hover:border-control hover:bg-sunken"
    >
      <span className="block font-semibold text-link group-hover:underline">{title}</span>
      <span className="block text-sm text-ink-2">{children}</span>
    </Link>
  );
}
