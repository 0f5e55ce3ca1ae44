import { useCallback, useState } from "react";
import { groupsOf } from "#components/review/groups.ts";
import { type Seen, useVerdicts } from "#components/review/use-verdicts.ts";
import type { ReviewAddress } from "#lib/review/address.ts";
import type { ReviewQueue } from "#lib/review/queries/queue.ts";
import type { Verdict } from "#lib/review/verdict.ts";

/** The desk on which contacts lie: which one is at hand, and where the next one is. */
export function useDesk({ queue, address }: { queue: ReviewQueue; address: ReviewAddress }) {
  const [currentId, setCurrentId] = useState(address.at);
  const [skipped, setSkipped] = useState<readonly number[]>([]);
  const [moves, setMoves] = useState(0);
  const go = useCallback((id: number | undefined) => {
    setCurrentId(id ?? 0);
    setMoves((many) => many + 1);
  }, []);
  const { give, gone, ...verdicts } = useVerdicts({ queue, go });

  const groups = groupsOf(queue.records, { gone, skipped, group: address.group });
  const shown = groups.flatMap(({ records }) => records);
  const current = shown.find(({ id }) => id === currentId) ?? shown[0];
  const place = shown.findIndex(({ id }) => id === current?.id);

  function step(by: number) {
    const next = shown[place + by];
    if (next !== undefined) go(next.id);
  }

  /** On to the one that comes next, and after the last to the first that is left. */
  function goOnFrom(taken: readonly Seen[]) {
    const ids = new Set(taken.map(({ id }) => id));
    go([...shown.slice(place), ...shown].find(({ id }) => !ids.has(id))?.id);
  }

  function skip() {
    if (current === undefined) return;
    goOnFrom([current]);
    setSkipped((before) => [...before.filter((id) => id !== current.id), current.id]);
  }

  function judge(verdict: Verdict, taken: readonly Seen[]) {
    if (taken.length > 0) goOnFrom(taken);
    void give(verdict, taken);
  }

  return { ...verdicts, groups, current, moves, go, step, skip, judge };
}
