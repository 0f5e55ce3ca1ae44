"use client";

import { type ReactNode, useId } from "react";
import { buttonLook, type ButtonLook } from "#components/ui/button-look.ts";
import { classes } from "#components/ui/classes.ts";

/**
 * A button and what drops from it: links, small forms. The browser's own popover opens it, closes it on Escape and on a
 * click elsewhere, and gives the focus back; no script of ours opens it, so it works without JavaScript. A client
 * component for its id alone: ids made on the server come again on the page that is navigated to.
 */
export function Drop({
  label,
  name,
  align = "start",
  variant = "quiet",
  size = "medium",
  className,
  children,
}: ButtonLook & {
  label: ReactNode;
  name?: string;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        {...(name !== undefined && { "aria-label": name })}
        className={className ?? buttonLook({ variant, size })}
      >
        {label}
      </button>
      <div id={id} popover="auto" className={classes("drop", align === "end" && "drop-end")}>
        {children}
      </div>
    </>
  );
}
