import { useEffect, useEffectEvent } from "react";
import { paletteWanted } from "#components/keys/palette-wanted.ts";
import { type Cell, clicksHeard } from "#components/keys/clicks.ts";
import { type CommandName, commandOf, type KeyMap } from "#lib/portals/keys.ts";

type Heard = {
  onPalette: () => void;
  /** Answers false where there is nothing to do it with: then the key is the browser's. */
  onCommand: (command: CommandName) => boolean;
  /** What is typed while the palette is on its way, a sign at a time, nothing for another key; false when it is not. */
  onAhead: (sign: string) => boolean;
  /** False where nothing was open that Escape closes. */
  onEscape: () => boolean;
  onContact: (id: number) => void;
  onCell: (cell: Cell) => void;
};

/** Hears Ctrl-K, single keys, and clicks on rows of contacts, wherever on the page. */
export function useListening(keys: KeyMap, heard: Heard): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && isDone(event, keys, heard)) event.preventDefault();
  });
  const onContact = useEffectEvent((id: number) => heard.onContact(id));
  const onCell = useEffectEvent((cell: Cell) => heard.onCell(cell));
  const onWanted = useEffectEvent(() => heard.onPalette());

  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener("keydown", onKeyDown, listening);
    document.addEventListener("click", clicksHeard({ onContact, onCell }), listening);
    document.addEventListener(paletteWanted, onWanted, listening);
    return () => listening.abort();
  }, []);
}

function isDone(event: KeyboardEvent, keys: KeyMap, heard: Heard): boolean {
  if (isPaletteKey(event)) {
    heard.onPalette();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return false;
  if (heard.onAhead(event.key.length === 1 ? event.key : "")) return true;
  if (event.key === "Escape") return heard.onEscape();
  const command = commandFor(keys, event);
  return command !== undefined && heard.onCommand(command);
}

function commandFor(keys: KeyMap, { key, target }: KeyboardEvent): CommandName | undefined {
  // A button or a link is pressed with Space; a row is previewed from its name.
  if (key === " " && !isRowName(target)) return undefined;
  return commandOf(keys, key, "everywhere") ?? (isReview() ? undefined : commandOf(keys, key, "rows"));
}

function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** While something is typed, chosen or asked, a key means what is written on it. */
function isBusy(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches(typed));
  return typing || document.querySelector("[role=dialog],[role=alertdialog],:popover-open") !== null;
}

const typed = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";

/** The desk has keys of its own (components/review/use-keys.ts). */
function isReview(): boolean {
  return window.location.pathname === "/review";
}

function isRowName(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("main tbody a.name");
}
