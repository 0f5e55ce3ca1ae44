import type { ReactNode } from "react";

/** Names and values, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm font-semibold text-ink-2 max-sm:not-first:mt-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
