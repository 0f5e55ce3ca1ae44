import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";

const usual = { newer: "Newer", older: "Older" };

/** Pages by key: there is only newer and older, no page 7. A way that leads nowhere is not there. */
export function Pagination({
  label,
  summary,
  newer,
  older,
  names = usual,
}: {
  label: string;
  summary?: ReactNode;
  newer?: string | undefined;
  older?: string | undefined;
  names?: { newer: string; older: string };
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-2 print:hidden">
      <p className="text-sm text-ink-3">{summary}</p>
      <div className="flex gap-2">
        {newer === undefined ? null : (
          <LinkButton href={newer} prefetch={false} rel="prev" size="small">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {names.newer}
          </LinkButton>
        )}
        {older === undefined ? null : (
          <LinkButton href={older} prefetch={false} rel="next" size="small">
            {names.older}
            <ChevronRight aria-hidden="true" className="size-4" />
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
