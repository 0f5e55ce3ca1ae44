"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes.ts";

const widths = { medium: "max-w-xl", large: "max-w-3xl" };

type Props = { title: string; size?: keyof typeof widths; onClose: () => void; children: ReactNode };

/**
 * What a key opens over the page: Escape closes it, and a press beside it, and the focus goes back where it was. It is the browser's own
 * popover: a modal dialog makes all of the page behind it inert, which takes longer on a plain phone than anything shown in it.
 */
export function OverThePage({ title, size = "medium", onClose, children }: Props) {
  const id = useId();
  return (
    <div
      {...dialog}
      ref={open}
      id={id}
      popover="auto"
      aria-labelledby={`${id}-title`}
      onToggle={({ newState }) => newState === "closed" && onClose()}
      className={classes(
        "floating backdrop:bg-veil mx-auto mt-[8dvh] mb-auto w-[calc(100%-2rem)] rounded-lg",
        widths[size],
      )}
    >
      <div className="flex items-start justify-between gap-4 border-b border-line px-6 py-4">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        <button
          type="button"
          aria-label="Close"
          popoverTarget={id}
          popoverTargetAction="hide"
          className="-mr-2 grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-sunken pointer-coarse:size-11"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      </div>
      {children}
    </div>
  );
}

const dialog = { role: "dialog", tabIndex: -1, onKeyDown: stay };

/** The browser remembers then who has the focus. */
function open(popover: HTMLElement | null): void {
  if (popover === null) return;
  popover.showPopover();
  (popover.querySelector("input") ?? popover).focus();
}

/** Behind the last thing in it comes the first, and before the first the last. */
function stay(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Tab") return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("a, button, input")].filter(
    ({ tabIndex }) => tabIndex >= 0,
  );
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (event.target !== from) return;
  event.preventDefault();
  to?.focus();
}
