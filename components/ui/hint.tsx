import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { Drop } from "#components/ui/drop.tsx";

/** The ⓘ beside a name: pressed, not hovered, so that a finger and a keyboard can read it too. */
export function Hint({ about, children }: { about: string; children: ReactNode }) {
  return (
    <Drop
      name={`About ${about}`}
      label={<Info aria-hidden="true" className="size-4" />}
      className="inline-grid size-(--target) place-items-center rounded-sm align-middle text-ink-3 hover:bg-sunken hover:text-ink print:hidden"
    >
      <p className="max-w-80 px-4 py-3 text-sm font-normal text-ink-2">{children}</p>
    </Drop>
  );
}
