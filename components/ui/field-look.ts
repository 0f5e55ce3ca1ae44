/** Shared by the native fields and the react-aria ones, so that nobody can tell them apart. */
export const fieldLook = {
  frame: "flex min-w-0 flex-col gap-1",
  label: "text-sm font-semibold text-ink-2",
  control:
    "h-(--control-height) w-full min-w-0 rounded-md border border-control bg-surface px-3 text-base text-ink pointer-coarse:text-lg disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger",
  description: "text-sm text-ink-3",
  error: "flex items-start gap-1.5 text-sm font-semibold text-danger",
};
