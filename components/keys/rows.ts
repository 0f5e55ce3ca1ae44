const links = () =>
  [...document.querySelectorAll<HTMLAnchorElement>("main tbody a.name")].filter((each) => each.checkVisibility());

/** The row that has the focus, wherever in it. */
function currentRow(): HTMLTableRowElement | null {
  return document.activeElement?.closest<HTMLTableRowElement>("main tbody tr") ?? null;
}

/** To the next row of the page's table, or to the one before; the first press goes to the first row. */
export function stepRow(by: 1 | -1): boolean {
  const all = links();
  const row = currentRow();
  const at = all.findIndex((each) => row?.contains(each));
  const to = all[at === -1 ? (by === 1 ? 0 : -1) : at + by];
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
    .find(({ pathname }) => pathname === `/contacts/${contactId}`)
    ?.focus();
}

function contactIn(row: Element | null): number | undefined {
  return contactAt(row?.querySelector<HTMLAnchorElement>("a.name")?.pathname ?? "");
}

function contactAt(path: string): number | undefined {
  const [, id] = /^\/contacts\/(\d+)$/.exec(path) ?? [];
  return id === undefined ? undefined : Number(id);
}
