import type { ReactNode } from "react";

/** Nothing here: what this is, in one sentence, and the one thing to do about it. */
export function Empty({
  title,
  level = 2,
  children,
  action,
}: {
  title: string;
  level?: 1 | 2 | 3;
  children: ReactNode;
  action?: ReactNode;
}) {
  const Heading: `h${1 | 2 | 3}` = `h${level}`;
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-control px-6 py-12 text-center">
      <Heading className="text-lg">{title}</Heading>
      <p className="max-w-prose text-ink-2">{children}</p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
