import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Counts the frames in which something comes piece by piece, from 0, which shows what a press did, to `last`, which has all of it:
 * the next press waits for none of them long. What is not `late` is there at once. `drawNow` is for whoever needs all of it before.
 */
export function useFrames(late: boolean, last: number): [frame: number, drawNow: () => void] {
  const [frame, setFrame] = useState(late ? 0 : last);
  useEffect(() => {
    if (frame < last) startTransition(() => setFrame(frame + 1));
  }, [frame, last]);
  return [frame, () => flushSync(() => setFrame(last))];
}
