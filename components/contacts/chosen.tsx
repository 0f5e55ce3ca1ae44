"use client";

import { useSyncExternalStore } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";

/** The form to which the boxes of a table of contacts belong. What is chosen is kept in it, and nowhere else. */
export const chosenForm = "chosen";

const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[name="ids"][form="${chosenForm}"]`)];

function onChosen(tell: () => void) {
  document.addEventListener("change", tell);
  // A reset empties the boxes after its listeners have run.
  const later = () => queueMicrotask(tell);
  document.addEventListener("reset", later);
  return () => {
    document.removeEventListener("change", tell);
    document.removeEventListener("reset", later);
  };
}

/** How many of the boxes are chosen, of how many, and whether all that match are; null until the script runs. */
export function useChosen(): { chosen: number; shown: number; all: boolean } | null {
  const spelled = useSyncExternalStore(onChosen, spellChosen, () => "");
  if (spelled === "") return null;
  const [chosen = 0, shown = 0, all = 0] = spelled.split(" ").map(Number);
  return { chosen, shown, all: all === 1 };
}

// As text, because the store compares what it is told.
function spellChosen(): string {
  const all = boxes();
  const every = document.querySelector<HTMLInputElement>(`#${chosenForm} input[name="all"]`)?.checked === true;
  return `${all.filter(({ checked }) => checked).length} ${all.length} ${every ? 1 : 0}`;
}

/** Before the bar goes, with what was pressed in it: the focus goes back to the first box that was chosen. */
export function backToChosen(): void {
  boxes()
    .find(({ checked }) => checked)
    ?.focus();
}

/**
 * The box that chooses every row of the page: a convenience of the script; without it the column is only named. `before` that,
 * all rows have to be there.
 */
export function ChooseAll({ of = "contact", before }: { of?: string; before?: () => void }) {
  const counted = useChosen();
  if (counted === null) return <span className="sr-only">Choose</span>;
  const { chosen, shown } = counted;
  return (
    <Checkbox
      aria-label={`Choose every ${of} on this page`}
      checked={chosen === shown && shown > 0}
      indeterminate={chosen > 0 && chosen < shown}
      onChange={({ target: { checked } }) => {
        before?.();
        choose(checked);
      }}
    />
  );
}

function choose(checked: boolean): void {
  for (const box of boxes()) box.checked = checked;
  document.dispatchEvent(new Event("change"));
}
