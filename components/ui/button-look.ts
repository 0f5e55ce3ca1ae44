import { classes } from "#components/ui/classes.ts";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "small" | "medium";
};

const base =
  "inline-flex items-center justify-center gap-2 rounded-md border font-semibold sm:whitespace-nowrap select-none no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-70 text-center print:hidden";

const variants = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border-control bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-link hover:bg-selection",
  danger: "border-danger bg-danger-bg text-danger hover:bg-surface",
};

const sizes = {
  small: "min-h-7 px-2 py-0.5 text-sm pointer-coarse:min-h-11 pointer-coarse:px-3",
  medium: "min-h-(--control-height) px-3.5 py-1.5 text-base",
};

/** One look for everything that is pressed: buttons, links that look like buttons, the triggers of menus. */
export function buttonLook({ variant = "secondary", size = "medium" }: ButtonLook) {
  return classes(base, variants[variant], sizes[size]);
}
