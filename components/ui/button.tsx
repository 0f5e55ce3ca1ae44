import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook } from "#components/ui/button-look.ts";
import { classes } from "#components/ui/classes.ts";

/** A native button: it works in a server-rendered form, and keeps its focus while it is busy. */
export function Button({
  variant = "secondary",
  size = "medium",
  busy = false,
  type = "button",
  className,
  onClick,
  children,
  ...rest
}: ComponentProps<"button"> & ButtonLook & { busy?: boolean }) {
  const look = classes(buttonLook({ variant, size }), className);
  if (busy)
    return (
      <button {...rest} type="button" aria-disabled="true" className={look}>
        <span
          aria-hidden="true"
          className="size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
        {children}
      </button>
    );

  return (
    <button {...rest} type={type} onClick={onClick} className={look}>
      {children}
    </button>
  );
}
