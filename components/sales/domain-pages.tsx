import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "#components/ui/link-button.tsx";

/** The neighbouring pages of a list by name, where there are any. */
export function DomainPages({ previous, next }: { previous: string | undefined; next: string | undefined }) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label="Pages of domains" className="flex justify-end gap-2 print:hidden">
      {previous === undefined ? null : (
        <LinkButton href={previous} prefetch={false} rel="prev" size="small">
          <ChevronLeft aria-hidden="true" className="size-4" />
          Previous
        </LinkButton>
      )}
      {next === undefined ? null : (
        <LinkButton href={next} prefetch={false} rel="next" size="small">
          Next
          <ChevronRight aria-hidden="true" className="size-4" />
        </LinkButton>
      )}
    </nav>
  );
}
