import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook } from "#components/ui/button-look.ts";
import { classes } from "#components/ui/classes.ts";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant = "secondary",
  size = "medium",
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...rest} className={classes(buttonLook({ variant, size }), className)} />;
}
