import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Opened over the table of contacts by a link; `back` is the address without it. */
export function Panel({ title, back, children }: { title: string; back: string; children: ReactNode }) {
  return (
    <Card
      title={title}
      actions={
        <LinkButton href={back} variant="quiet" size="small" scroll={false} prefetch={false}>
          <X aria-hidden="true" className="size-4" />
          Close
        </LinkButton>
      }
    >
      {children}
    </Card>
  );
}
