import { classes } from "#components/ui/classes.ts";

/** Lines of text to come; give the size of what will stand there by `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("block h-4 animate-pulse rounded-sm bg-line", className)} />;
}
