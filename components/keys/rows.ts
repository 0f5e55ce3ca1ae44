const links = () => [...document.querySelectorAll<HTMLAnchorElement>("main tbody a.name")];

/** The row that has the focus, wherever in it. */
function currentRow(): HTMLTableRowElement | null {
  return document.activeElement?.closest<HTMLTableRowElement>("main tbody tr") ?? null;
}

/** To the next row of the page's table, or to the one before; the first press goes to the first row, or to the last. */
export function stepRow(by: 1 | -1): boolean {
  const all = by === 1 ? links() : links().toReversed();
  const row = currentRow();
  const at = all.findIndex((each) => row?.contains(each));
  // Whether something can be seen is asked of as few as possible: the browser has to lay out what is asked about.
  const to = all.slice(at + 1).find((each) => each.checkVisibility());
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
  return all.length > 0;
}

/** Ticks the box of the row, as a click would. */
export function chooseRow(): boolean {
  const box = currentRow()?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== null && box !== undefined;
}

/** The contact of the row that has the focus; else of the record that is open. */
export function contactAtHand(): number | undefined {
  return contactIn(currentRow()) ?? contactAt(window.location.pathname);
}

/** The contact whose row was clicked beside its links, boxes and buttons. */
export function contactClicked(target: EventTarget | null, clicks: number): number | undefined {
  if (!(target instanceof Element) || target.closest("a, button, input, label, select, summary") !== null)
    return undefined;
  const selected = document.getSelection();
  if (clicks === 1 && selected !== null && !selected.isCollapsed) return undefined;
  return contactIn(target.closest("main tbody tr"));
}

/** Back to the row that was looked at. */
export function focusRowOf(contactId: number): void {
  links()
    .find((each) => each.pathname === `/contacts/${contactId}` && each.checkVisibility())
    ?.focus();
}

function contactIn(row: Element | null): number | undefined {
  return contactAt(row?.querySelector<HTMLAnchorElement>("a.name")?.pathname ?? "");
}

function contactAt(path: string): number | undefined {
  const [, id] = /^\/contacts\/(\d+)$/.exec(path) ?? [];
  return id === undefined ? undefined : Number(id);
}
