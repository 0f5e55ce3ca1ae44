"use client";

import { useRef } from "react";
import { AllDone } from "#components/review/all-done.tsx";
import { DeskHead } from "#components/review/desk-head.tsx";
import { EvidencePane } from "#components/review/evidence-pane.tsx";
import { KeyMapContext, Keys } from "#components/review/key.tsx";
import { RecordPane } from "#components/review/record-pane.tsx";
import { ReviewList } from "#components/review/review-list.tsx";
import { useDesk } from "#components/review/use-desk.ts";
import { useKeys } from "#components/review/use-keys.ts";
import type { Day } from "#lib/day.ts";
import type { KeyMap } from "#lib/portals/keys.ts";
import { type ReviewAddress, spellReviewAddress } from "#lib/review/address.ts";
import type { DismissalReason } from "#lib/review/dismissal-reasons.ts";
import type { MendingView } from "#lib/review/queries/mendings.ts";
import type { ReviewQueue } from "#lib/review/queries/queue.ts";
import type { Mate, ReviewRecord } from "#lib/review/record.ts";
import { valuesIn } from "#lib/review/verdict-form.ts";

type Props = {
  queue: ReviewQueue;
  address: ReviewAddress;
  mendings: readonly MendingView[];
  /** The member's name: Z undoes one's own verdicts. */
  mine: string;
  today: Day;
  keys: KeyMap;
};

/** Three panes: who waits, the one at hand, and what is known around it. Every key has its button. */
export function ReviewDesk({ queue, address, mendings, mine, today, keys }: Props) {
  const desk = useDesk({ queue, address });
  const { current, left, moves } = desk;
  const last = desk.lastOf(mendings.flatMap(({ id, who }) => (who === mine ? [id] : [])));
  const room = useRef<HTMLDivElement>(null);

  function mend(record: ReviewRecord, mates: readonly Mate[]) {
    const form = room.current?.querySelector<HTMLFormElement>("form[data-mend]") ?? null;
    if (form === null || !form.reportValidity()) return;
    const typed = valuesIn(new FormData(form));
    const contacts = [
      { id: record.id, version: record.version, values: typed },
      ...mates.map((mate) => mendedLike(typed, mate)),
    ];
    desk.judge({ verb: "mend", contacts }, contacts);
  }

  const at = {
    mend: () => current && mend(current, []),
    mendAll: () => current && current.mates.length > 0 && mend(current, current.mates),
    dismiss: (reason: DismissalReason) =>
      current && desk.judge({ verb: "dismiss", contactId: current.id, reason }, [current]),
    undo: () => last !== undefined && desk.judge({ verb: "undo", mendings: [last] }, []),
    skip: desk.skip,
    step: desk.step,
  };
  useKeys(room, keys, at);

  const here = spellReviewAddress({ ...address, at: current?.id ?? 0 });
  return (
    <KeyMapContext value={keys}>
      <div ref={room} className="flex flex-col gap-4">
        <DeskHead left={left} said={desk.said} last={last} address={address} onUndo={at.undo} />
        {current === undefined ? (
          <AllDone
            left={left}
            mendings={mendings}
            address={address}
            focused={moves > 0}
            more={queue.next !== null}
            onUndoAll={(ids) => desk.judge({ verb: "undo", mendings: [...ids] }, [])}
          />
        ) : (
          <div className="grid items-start gap-4 lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)_17rem]">
            <ReviewList
              groups={desk.groups}
              currentId={current.id}
              {...{ address, next: queue.next, onOpen: desk.go }}
            />
            <RecordPane key={current.id} record={current} here={here} focused={moves > 0} {...at} />
            <EvidencePane record={current} today={today} />
            <Keys />
          </div>
        )}
      </div>
    </KeyMapContext>
  );
}

/** A contact of the same domain takes over what it lacks of what was typed. */
function mendedLike(typed: Readonly<Record<string, string>>, { id, version, values, fills }: Mate) {
  const filled = Object.fromEntries(fills.map((property) => [property, typed[property] ?? ""]));
  return { id, version, values: { ...values, ...filled } };
}
