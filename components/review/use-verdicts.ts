import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { judgeAction } from "#lib/review/actions.ts";
import type { ReviewQueue } from "#lib/review/queries/queue.ts";
import type { Verdict } from "#lib/review/verdict.ts";
import { count } from "#lib/words.ts";

type Said = { tone: "success" | "danger"; text: string };
type Judged = Awaited<ReturnType<typeof judgeAction>>;
export type Seen = { id: number; version: number };
type Given = { queue: ReviewQueue; go: (id: number | undefined) => void };

const idleMs = 800;
// So many are left on the desk when more are fetched, though verdicts are still under way.
const fewLeft = 20;
const failed = "The verdict did not reach the server. Nothing was saved: try again.";

/**
 * A verdict takes contacts off the desk at once and is sent behind them, in order; what is refused comes back with the reason.
 * When nothing is under way the page around the desk is read anew.
 */
export function useVerdicts({ queue, go }: Given) {
  // By version: a contact that is found invalid anew is another one, and lies on the desk again.
  const [gone, setGone] = useState<ReadonlyMap<number, number>>(new Map());
  const [said, setSaid] = useState<Said | null>(null);
  const [left, setLeft] = useState<(Judged["left"] & { of: ReviewQueue }) | null>(null);
  const [given, setGiven] = useState<readonly number[]>([]);
  const [undone, setUndone] = useState<readonly number[]>([]);
  const readAnew = useReadAnew();

  async function give(verdict: Verdict, taken: readonly Seen[]) {
    setGone((before) => new Map([...before, ...taken.map(({ id, version }) => [id, version] as const)]));
    if (verdict.verb === "undo") setUndone((before) => [...before, ...verdict.mendings]);
    const isShort = queue.next !== null && queue.records.length - gone.size < fewLeft;
    readAnew.begin();
    const judged = await judgeAction(verdict).catch(() => null);
    if (judged === null) {
      setSaid({ tone: "danger", text: failed });
      putBack(taken.map(({ id }) => id));
      if (verdict.verb === "undo") setUndone((before) => before.filter((id) => !verdict.mendings.includes(id)));
    } else {
      setLeft({ ...judged.left, of: queue });
      settle(verdict, judged);
    }
    const cannotWait = judged === null || verdict.verb === "undo" || judged.left.count === 0 || isShort;
    readAnew.end(cannotWait ? "at once" : "when quiet");
  }

  function settle(verdict: Verdict, { mending, done, refused }: Judged) {
    const [no] = refused;
    if (mending !== null) setGiven((before) => [mending, ...before]);
    putBack(verdict.verb === "undo" ? done : refused.map(({ id }) => id));
    setSaid(
      no === undefined
        ? { tone: "success", text: doneInWords(verdict, done.length) }
        : { tone: "danger", text: no.message },
    );
  }

  function putBack(ids: readonly number[]) {
    if (ids.length === 0) return;
    setGone((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
    go(ids[0]);
  }

  /** The newest verdict that can still be undone: of this visit, else of those before it. */
  const lastOf = (before: readonly number[]) => [...given, ...before].find((id) => !undone.includes(id));
  // What the page says, unless a verdict has been answered since it was read.
  return { gone, said, left: left !== null && left.of === queue ? left : queue.left, lastOf, give };
}

/** Reads the page anew when it is quiet for a moment, or at once where that cannot wait. */
function useReadAnew() {
  const router = useRouter();
  const underWay = useRef({ many: 0, timer: 0 });
  useEffect(() => () => window.clearTimeout(underWay.current.timer), []);
  return {
    begin() {
      underWay.current.many += 1;
      window.clearTimeout(underWay.current.timer);
    },
    end(when: "at once" | "when quiet") {
      underWay.current.many -= 1;
      if (when === "at once") router.refresh();
      else if (underWay.current.many === 0) underWay.current.timer = window.setTimeout(() => router.refresh(), idleMs);
    },
  };
}

function doneInWords({ verb }: Verdict, many: number): string {
  switch (verb) {
    case "mend":
      return `Saved for ${count(many, "contact")}. It can be undone for 24 hours.`;
    case "dismiss":
      return "Dismissed. It can be undone for 24 hours.";
    case "undo":
      return `Undone for ${count(many, "contact")}.`;
  }
}
