"use client";

import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** A native checkbox, so that it posts without JavaScript; `indeterminate` is the one thing that HTML cannot say. */
export function Checkbox({
  label,
  labelHidden = false,
  description,
  indeterminate = false,
  className,
  ...input
}: Omit<ComponentProps<"input">, "type" | "ref"> & {
  label: ReactNode;
  labelHidden?: boolean;
  description?: ReactNode;
  indeterminate?: boolean;
}) {
  return (
    <label
      className={classes(
        "inline-flex min-h-(--target) min-w-(--target) cursor-pointer items-center gap-2 has-disabled:cursor-not-allowed has-disabled:text-ink-3",
        labelHidden && "justify-center",
        className,
      )}
    >
      <input
        {...input}
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = indeterminate;
        }}
        className="size-4 shrink-0 cursor-[inherit] accent-accent"
      />
      <span className={labelHidden ? "sr-only" : undefined}>
        {label}
        {description ? <span className="block text-sm text-ink-3">{description}</span> : null}
      </span>
    </label>
  );
}
