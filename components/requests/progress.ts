import type { BatchView } from "#lib/registration/queries.ts";
import { figure } from "#lib/words.ts";

/** How many requests of a bulk request are over, whatever the answer. */
export function answeredOf({ registered, unavailable, invalid, withdrawn }: BatchView): number {
  return registered + unavailable + invalid + withdrawn;
}

export type Stage = "asking" | "waiting" | "answered";

export function stageOf(batch: BatchView): Stage {
  if (batch.state === "asking") return "asking";
  return answeredOf(batch) < batch.requested ? "waiting" : "answered";
}

export const stageWords: Record<Stage, string> = { asking: "Asking", waiting: "Waiting", answered: "Answered" };

type Part = { name: string; size: number; ink: string };

/** The parts of the bar, in the order in which they stand, with the colours of their marks. */
export function partsOf(batch: BatchView): Part[] {
  const { registered, unavailable, invalid, withdrawn, requested } = batch;
  return [
    { name: "registered", size: registered, ink: "fill-registered" },
    { name: "unavailable", size: unavailable, ink: "fill-unavailable" },
    { name: "invalid", size: invalid, ink: "fill-invalid" },
    { name: "withdrawn", size: withdrawn, ink: "fill-control" },
    { name: "waiting", size: Math.max(0, requested - answeredOf(batch)), ink: "fill-line" },
  ].filter(({ size }) => size > 0);
}

/** "35 registered, 2 waiting" */
export function outcomesInWords(batch: BatchView): string {
  const parts = partsOf(batch).map(({ name, size }) => `${figure(size)} ${name}`);
  return parts.length === 0 ? "Nothing requested yet" : parts.join(", ");
}

type Steps = { before: number; now: number; left: number; of: "answers" | "contacts" };

/** What two looks at work on many contacts, so many milliseconds apart, say of its speed; null while they say nothing. */
export function paceOf({ before, now, left, of: things }: Steps, apartMs: number): string | null {
  const perSecond = ((now - before) * 1000) / apartMs;
  if (!Number.isFinite(perSecond) || perSecond <= 0) return null;
  const rate = perSecond < 10 ? perSecond.toFixed(1) : figure(Math.round(perSecond));
  return `${rate} ${things} a second, ${timeInWords(left / perSecond)} left`;
}

function timeInWords(seconds: number): string {
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`;
}
