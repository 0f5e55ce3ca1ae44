import Link from "next/link";
import { memo, type MouseEvent, useEffect, useRef } from "react";
import type { Group } from "#components/review/groups.ts";
import { type Place, type ReviewAddress, spellReviewAddress } from "#lib/review/address.ts";
import { figure } from "#lib/words.ts";

type Props = {
  groups: readonly Group[];
  currentId: number;
  address: ReviewAddress;
  next: Place | null;
  onOpen: (id: number) => void;
};

/** Who waits, in groups; without a script every name is a link to the same page with that contact open. */
export function ReviewList({ groups, currentId, address, next, onOpen }: Props) {
  const list = useListThatShows(currentId);
  return (
    <nav
      ref={list}
      aria-label="Contacts to review"
      className="relative max-h-48 overflow-y-auto rounded-lg border border-line bg-surface lg:max-h-[70vh]"
    >
      {groups.map(({ name, records }) => (
        <div key={name}>
          <p className="flex justify-between gap-2 border-b border-line bg-sunken px-3 py-1 text-sm font-semibold text-ink-2">
            <span className="min-w-0 break-words">{name}</span>
            <span>{figure(records.length)}</span>
          </p>
          <ul aria-label={name}>
            {records.map(({ id, name: who, company, email }) => (
              <Row
                key={id}
                id={id}
                name={who || "No name"}
                detail={company || email || "No company"}
                href={spellReviewAddress({ ...address, at: id })}
                current={id === currentId}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </div>
      ))}
      {next === null ? null : (
        <Link
          href={spellReviewAddress({ ...address, at: 0, after: next })}
          prefetch={false}
          className="block border-t border-line px-3 py-2 text-sm text-link -outline-offset-2"
        >
          Leave these for later, show the next
        </Link>
      )}
    </nav>
  );
}

/** The list alone moves, never the page. */
function useListThatShows(currentId: number) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`a[data-id="${currentId}"]`);
    if (!row || !list.current) return;
    const { scrollTop, clientHeight } = list.current;
    const isSeen = row.offsetTop >= scrollTop && row.offsetTop + row.offsetHeight <= scrollTop + clientHeight;
    if (!isSeen) list.current.scrollTop = row.offsetTop - clientHeight / 2;
  }, [currentId]);
  return list;
}

type RowProps = {
  id: number;
  name: string;
  detail: string;
  href: string;
  current: boolean;
  onOpen: (id: number) => void;
};

// Drawn again only when it changes: a verdict on one contact must not cost the others anything.
const Row = memo(function Row({ id, name, detail, href, current, onOpen }: RowProps) {
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  }

  return (
    <li>
      <a
        href={href}
        data-id={id}
        onClick={open}
        {...(current && { "aria-current": "true" as const })}
        className="block px-3 py-1.5 -outline-offset-2 hover:bg-sunken aria-[current]:bg-selection pointer-coarse:min-h-11"
      >
        <span className="block truncate font-semibold">{name}</span>
        <span className="block truncate text-sm text-ink-2">{detail}</span>
      </a>
    </li>
  );
});
