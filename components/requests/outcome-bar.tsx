import { outcomesInWords, partsOf } from "#components/requests/progress.ts";
import type { BatchView } from "#lib/registration/queries.ts";

/** A line cut by outcome; what it shows is also said. */
export function OutcomeBar({ batch }: { batch: BatchView }) {
  const parts = partsOf(batch);
  const whole = parts.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      <span className="sr-only">{outcomesInWords(batch)}</span>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="h-2 w-full min-w-32 overflow-hidden rounded-sm bg-sunken"
      >
        {parts.map(({ name, size, ink }, at) => {
          const before = parts.slice(0, at).reduce((sum, part) => sum + part.size, 0);
          return (
            <rect
              key={name}
              x={(before / whole) * 100}
              y="0"
              width={(size / whole) * 100}
              height="8"
              className={`${ink} stroke-surface`}
              strokeWidth="0.5"
            />
          );
        })}
      </svg>
    </>
  );
}
