"use client";

import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

type Named = { label: ReactNode; "aria-label"?: never } | { label?: never; "aria-label": string };

/** A native checkbox, so that it posts without JavaScript; `indeterminate` is the one thing that HTML cannot say. */
export function Checkbox({
  label,
  description,
  indeterminate = false,
  className,
  ...input
}: Omit<ComponentProps<"input">, "type" | "ref"> & {
  description?: ReactNode;
  indeterminate?: boolean;
} & Named) {
  return (
    <label className={classes("box", label === undefined && "justify-center", className)}>
      <input
        {...input}
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = indeterminate;
        }}
      />
      {label === undefined ? null : (
        <span>
          {label}
          {description ? <span className="block text-sm text-ink-3">{description}</span> : null}
        </span>
      )}
    </label>
  );
}
