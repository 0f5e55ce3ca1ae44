import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * In which frame of `last` what is drawn `late` has come: 0 is the frame that shows what a press did, and each of the next ones
 * brings some of the rest, so that the next press waits for none of them long. `drawNow` is for whoever needs all of it before.
 */
export function useFrames(late: boolean, last: number): [frame: number, drawNow: () => void] {
  const [frame, setFrame] = useState(late ? 0 : last);
  useEffect(() => {
    if (frame < last) startTransition(() => setFrame(frame + 1));
  }, [frame, last]);
  return [frame, () => flushSync(() => setFrame(last))];
}
