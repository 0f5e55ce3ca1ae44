"use client";

import { useId } from "react";

/** How far something has come. `detail` says it in words ("412 of 10,000 rows"); without `value` nobody knows yet. */
export function ProgressBar({
  label,
  value,
  max = 100,
  detail,
}: {
  label: string;
  value?: number;
  max?: number;
  detail?: string;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <label htmlFor={id} className="font-semibold text-ink-2">
          {label}
        </label>
        {detail === undefined ? null : <span className="text-ink-3">{detail}</span>}
      </div>
      <progress
        id={id}
        max={max}
        value={value}
        {...(detail !== undefined && { "aria-valuetext": detail })}
        className="progress h-2 w-full overflow-hidden rounded-sm"
      />
    </div>
  );
}
