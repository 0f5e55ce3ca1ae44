import { now } from "#lib/clock.ts";
import { oneInProgram } from "#lib/one.ts";

/** No form has so many visitors; a program that calls its page all the time would keep the store busy with counting it. */
export const mostVisitsASecond = 20;

const lately = oneInProgram("visits", () => ({ second: 0, ofForm: new Map<number, number>() }));

/** Whether one more visit of a form is counted in this second, in this process. */
export function isCounted(formId: number): boolean {
  const second = Math.floor(now() / 1_000);
  if (second !== lately.second) {
    lately.second = second;
    lately.ofForm.clear();
  }
  const before = lately.ofForm.get(formId) ?? 0;
  lately.ofForm.set(formId, before + 1);
  return before < mostVisitsASecond;
}
