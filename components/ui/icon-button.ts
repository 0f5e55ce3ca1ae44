/** A small square button that holds one sign; its name is said by `aria-label`. */
export const iconButtonLook =
  "inline-grid size-(--target) shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink aria-pressed:text-accent aria-disabled:opacity-40 print:hidden";
