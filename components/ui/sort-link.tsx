import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type Sort = { href: string; direction: "ascending" | "descending" | "none" };

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown };

/** The name of a column as a link to the same page in the other order. */
export function SortLink({ sort, children }: { sort: Sort; children: ReactNode }) {
  const Arrow = arrows[sort.direction];
  return (
    <Link
      href={sort.href}
      scroll={false}
      prefetch={false}
      className="inline-flex min-h-(--target) items-center gap-1 rounded-sm hover:text-ink hover:underline"
    >
      {children}
      <Arrow aria-hidden="true" className={classes("size-3.5", sort.direction === "none" && "text-ink-3")} />
    </Link>
  );
}
