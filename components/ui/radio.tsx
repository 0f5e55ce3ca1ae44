import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** A native radio button with its words beside it, so that it posts without JavaScript. */
export function Radio({ label, className, ...input }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={classes("box", className)}>
      <input {...input} type="radio" />
      <span className="min-w-0 break-words">{label}</span>
    </label>
  );
}
