import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Whether what is drawn `late` is there: not in the first frame, which shows what a press did, but from the next on. `drawNow`
 * is for whoever needs it before.
 */
export function useSecondFrame(late: boolean): [there: boolean, drawNow: () => void] {
  const [there, setThere] = useState(!late);
  useEffect(() => startTransition(() => setThere(true)), []);
  return [there, () => flushSync(() => setThere(true))];
}
