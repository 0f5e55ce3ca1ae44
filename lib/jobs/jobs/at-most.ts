/** Waits for `work` to end, well or badly, but no longer than `timeoutMs`; answers whether it did. */
export function atMost(timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((answer) => {
    const late = setTimeout(() => answer(false), timeoutMs);
    const inTime = () => {
      clearTimeout(late);
      answer(true);
    };
    work.then(inTime, inTime);
  });
}
