import { ArrowDown, ArrowUp } from "lucide-react";
import { moveForm } from "#components/properties/move-form.tsx";
import { iconButtonLook } from "#components/ui/icon-button.ts";

type Props = { what: "group" | "property"; name: string; label: string; isFirst: boolean; isLast: boolean };

/** Up and down; at the end an arrow stays, so that it keeps the focus, and says that it leads nowhere. */
export function MoveButtons({ what, name, label, isFirst, isLast }: Props) {
  const common = { type: "submit", form: moveForm, value: `${what} ${name}`, className: iconButtonLook } as const;
  return (
    <span className="inline-flex">
      <button {...common} name="up" aria-label={`Move ${label} up`} aria-disabled={isFirst}>
        <ArrowUp aria-hidden="true" className="size-4" />
      </button>
      <button {...common} name="down" aria-label={`Move ${label} down`} aria-disabled={isLast}>
        <ArrowDown aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
