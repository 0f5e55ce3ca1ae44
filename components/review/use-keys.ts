import { type RefObject, useEffect, useEffectEvent } from "react";
import { type CommandName, commandOf, type KeyMap } from "#lib/portals/keys.ts";
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
export function useKeys(room: RefObject<HTMLElement | null>, keys: KeyMap, doing: Doing) {
  // Knows what is on screen from the moment it is there; an effect of each drawing would know it a moment later.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") return leave(room.current);
    if (isTyping(event.target) || document.querySelector("[role=dialog],[role=alertdialog],:popover-open")) return;
    const act =
      reasonOf(event.key, room.current, doing) ?? actOf(commandOf(keys, event.key, "review"), room.current, doing);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener("keydown", onKeyDown, listening);
    return () => listening.abort();
  }, []);
}

/** While the question is open, each reason has a key of its own. */
function reasonOf(key: string, room: HTMLElement | null, doing: Doing): (() => void) | undefined {
  const reason = dismissalReasons.find((each) => each.key === key.toLowerCase());
  const asked = room?.querySelector<HTMLDetailsElement>("details[data-dismiss]");
  return reason !== undefined && asked?.open ? () => doing.dismiss(reason.name) : undefined;
}

function actOf(command: CommandName | undefined, room: HTMLElement | null, doing: Doing): (() => void) | undefined {
  switch (command) {
    case "accept":
      return doing.mend;
    case "domain":
      return doing.mendAll;
    case "edit":
      return () => type(room);
    case "skip":
      return doing.skip;
    case "dismiss":
      return () => ask(room?.querySelector<HTMLDetailsElement>("details[data-dismiss]") ?? null);
    case "undo":
      return doing.undo;
    case "next":
      return () => doing.step(1);
    case "previous":
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
