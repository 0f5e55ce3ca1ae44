import { classes } from "#components/ui/classes.ts";

/** Lines of text to come; give the size of what will stand there by `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("block h-4 animate-pulse rounded-sm bg-line", className)} />;
}

/** A table to come, of its final height, so that nothing jumps. */
export function SkeletonTable({ label, rows, columns }: { label: string; rows: number; columns: number }) {
  return (
    <output className="block overflow-hidden rounded-md border border-line bg-surface">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="h-(--row-height) border-b border-line bg-sunken" />
      {numbers(rows).map((row) => (
        <div
          key={row}
          aria-hidden="true"
          className="flex h-(--row-height) items-center gap-6 border-b border-line px-3 last:border-b-0"
        >
          {numbers(columns).map((column) => (
            <Skeleton key={column} className={column === 0 ? "w-1/4" : "flex-1"} />
          ))}
        </div>
      ))}
    </output>
  );
}

function numbers(count: number) {
  return Array.from({ length: count }, (_, index) => index);
}
