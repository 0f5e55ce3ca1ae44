import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { standingWords } from "#lib/contacts/standing.ts";

export type MarkKind = "registered" | "pending" | "unavailable" | "invalid" | "expiring" | "expired" | "none";

const looks: Record<MarkKind, string> = {
  registered: "bg-registered-bg text-registered",
  pending: "bg-pending-bg text-pending",
  unavailable: "bg-unavailable-bg text-unavailable",
  invalid: "bg-invalid-bg text-invalid",
  expiring: "bg-expiring-bg text-expiring",
  expired: "bg-sunken text-ink-2",
  none: "px-0 text-ink-3",
};

type MarkProps = { kind: MarkKind; detail?: string | undefined; spelled?: boolean };

/**
 * Where a contact stands, as a shape and a word that mean the same everywhere. `detail` follows the word ("12 days",
 * "until Mar 18, 2015"); for Invalid Data it is what is left to do ("3 to fix") and takes the word's place on screen, unless it is `spelled`.
 */
export function Mark({ kind, detail, spelled = false }: MarkProps) {
  const word = standingWords[kind];
  const wordGivesWay = kind === "invalid" && detail !== undefined && !spelled;
  return (
    <span className={classes("mark", looks[kind])}>
      <MarkShape kind={kind} label={wordGivesWay ? word : undefined} />
      <span className="min-w-0">
        {wordGivesWay ? detail : word}
        {wordGivesWay || detail === undefined ? null : <span className="font-normal"> {detail}</span>}
      </span>
    </span>
  );
}

type ShapeProps = { kind: MarkKind; label?: string | undefined; className?: string };

/** The shape alone, in the colour of what surrounds it; with a `label` where no word stands beside it. */
export function MarkShape({ kind, label, className }: ShapeProps) {
  const said = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg viewBox="0 0 16 16" {...said} className={classes("shape", className)} fill="currentColor">
      {shapes[kind]}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Record<MarkKind, ReactNode> = {
  registered: <circle cx="8" cy="8" r="6.75" />,
  pending: (
    <>
      {ring}
      <path d="M8 8V2a6 6 0 0 1 6 6Z" />
    </>
  ),
  unavailable: <path fillRule="evenodd" d="M8 1.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5ZM4 6.9v2.2h8V6.9Z" />,
  invalid: (
    <path
      fillRule="evenodd"
      d="M7.13 1.9a1 1 0 0 1 1.74 0l6.1 10.9a1 1 0 0 1-.87 1.5H1.9a1 1 0 0 1-.87-1.5ZM7.15 5.6l.25 4.2h1.2l.25-4.2ZM8 10.8a.95.95 0 1 0 0 1.9a.95.95 0 1 0 0-1.9Z"
    />
  ),
  expiring: (
    <>
      <path d="M8 2a6 6 0 0 1 0 12" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M8 2a6 6 0 0 0 0 12" fill="none" stroke="currentColor" strokeWidth="1" strokeDasharray="1.5 2" />
    </>
  ),
  expired: ring,
  none: <path d="M3 7.25h10v1.5H3Z" />,
};
