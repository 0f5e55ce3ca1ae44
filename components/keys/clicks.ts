import { contactClicked } from "#components/keys/rows.ts";

/** A cell of a table of contacts: whose, which property, and where on the screen it stands. */
export type Cell = { contactId: number; property: string; label: string; at: DOMRect };

// In ms: one click waits so long for a second one.
const pauseMs = 220;

type Clicked = { onContact: (id: number) => void; onCell: (cell: Cell) => void };

/** Answers what hears clicks: one previews the contact of a row, two change the property of a cell. */
export function clicksHeard({ onContact, onCell }: Clicked): (event: MouseEvent) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return ({ target, detail }) => {
    clearTimeout(waiting);
    const contactId = contactClicked(target, detail);
    if (contactId === undefined) return;
    const cell = detail === 2 ? cellAt(target, contactId) : undefined;
    if (cell !== undefined) return onCell(cell);
    waiting = setTimeout(() => onContact(contactId), pauseMs);
  };
}

function cellAt(target: EventTarget | null, contactId: number): Cell | undefined {
  const td = target instanceof Element ? target.closest("td") : null;
  const heading = td?.closest("table")?.tHead?.rows[0]?.cells[td.cellIndex];
  const property = heading?.dataset["property"];
  if (td === null || heading === undefined || property === undefined) return undefined;
  // Two clicks select the word that they hit.
  document.getSelection()?.removeAllRanges();
  return { contactId, property, label: heading.textContent, at: td.getBoundingClientRect() };
}
