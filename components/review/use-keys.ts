import { type RefObject, useEffect } from "react";
import { type DismissalReason, dismissalReasons } from "#lib/review/dismissal-reasons.ts";

type Doing = {
  mend: () => void;
  mendAll: () => void;
  dismiss: (reason: DismissalReason) => void;
  undo: () => void;
  skip: () => void;
  step: (by: number) => void;
};

/** One key for each button of the desk. Never while something is typed, chosen or open, nor together with Ctrl and its like. */
export function useKeys(room: RefObject<HTMLElement | null>, doing: Doing) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key === "Escape") return leave(room.current);
      if (isTyping(event.target) || document.querySelector("[role=dialog],[role=alertdialog],:popover-open")) return;
      const act = actOf(event.key.toLowerCase(), room.current, doing);
      if (act === undefined) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

function actOf(key: string, room: HTMLElement | null, doing: Doing): (() => void) | undefined {
  const asked = room?.querySelector<HTMLDetailsElement>("details[data-dismiss]") ?? null;
  const reason = dismissalReasons.find((each) => each.key === key);
  if (reason !== undefined) return asked?.open ? () => doing.dismiss(reason.name) : undefined;
  switch (key) {
    case "a":
      return doing.mend;
    case "d":
      return doing.mendAll;
    case "e":
      return () => type(room);
    case "s":
      return doing.skip;
    case "x":
      return () => ask(asked);
    case "z":
      return doing.undo;
    case "j":
      return () => doing.step(1);
    case "k":
      return () => doing.step(-1);
    default:
      return undefined;
  }
}

function type(room: HTMLElement | null) {
  const field = room?.querySelector<HTMLInputElement>("form[data-mend] input:not([type=hidden])");
  field?.focus();
  field?.select();
}

function ask(details: HTMLDetailsElement | null) {
  if (details === null) return;
  details.open = true;
  details.querySelector("button")?.focus();
}

/** Out of the field or the question, back to the contact's name. */
function leave(room: HTMLElement | null) {
  const asked = room?.querySelector<HTMLDetailsElement>("details[data-dismiss][open]");
  if (asked) asked.open = false;
  else if (!room?.querySelector("form[data-mend]")?.contains(document.activeElement)) return;
  room?.querySelector("h2")?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
