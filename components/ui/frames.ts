import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

type Later = {
  /** Without it, everything is there at once. */
  late: boolean;
  /** The frame that has all of it; the first one is 0. */
  last: number;
  /** How long only the first is there, in milliseconds: whoever goes on meanwhile waits for nothing else. */
  pauseMs?: number;
};

/**
 * Counts the frames in which something comes piece by piece, from 0, which shows what a press did, to `last`, which has all of it:
 * the next press waits for none of them long. `drawNow` is for whoever needs all of it before.
 */
export function useFrames({ late, last, pauseMs = 0 }: Later): [frame: number, drawNow: () => void] {
  const [frame, setFrame] = useState(late ? 0 : last);
  useEffect(() => {
    if (frame >= last) return undefined;
    const next = () => startTransition(() => setFrame(frame + 1));
    const timer = setTimeout(next, frame === 0 ? pauseMs : 0);
    return () => clearTimeout(timer);
  }, [frame, last, pauseMs]);
  return [frame, () => flushSync(() => setFrame(last))];
}
