import { figure } from "#lib/words.ts";

/** What rows came to, side by side. */
export function Figures({ of }: { of: Readonly<Record<string, number>> }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3">
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-2">{name}</dt>
          <dd className="text-xl font-semibold">{figure(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
