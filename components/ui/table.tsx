import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { type Sort, SortLink } from "#components/ui/sort-link.tsx";
import { said } from "#components/ui/table-roles.ts";

/**
 * Scrolls sideways inside itself; below 640 px every row is a card, laid out by what each `Td` is `on` the card. In a
 * `long` one only the rows in sight are laid out: its columns are as wide as their class says (globals.css).
 */
export function Table({
  label,
  long = false,
  children,
  ...rest
}: ComponentProps<"table"> & { label: string; long?: boolean }) {
  return (
    <div
      {...said.scroller}
      aria-label={label}
      className="relative overflow-x-auto rounded-md border border-line bg-surface print:overflow-visible print:border-0"
    >
      <table
        {...rest}
        {...said.table}
        aria-label={label}
        className={classes("w-full border-collapse text-left max-sm:block", long && "long-table")}
      >
        {children}
      </table>
    </div>
  );
}

/** The head; on a phone only the columns that sort stay, as a line of links. */
export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead {...said.rows} className="border-b border-line bg-sunken max-sm:hidden max-sm:has-[a]:block">
      <tr {...said.row} className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:px-4">
        {children}
      </tr>
    </thead>
  );
}

export function Tbody({ children }: { children: ReactNode }) {
  return (
    <tbody {...said.rows} className="max-sm:block">
      {children}
    </tbody>
  );
}

/** Its look, and that of its cells, is in globals.css: spelled out on each of them it was half of what a page sent. */
export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} {...said.row} className={classes("row", className)} />;
}

/** A column's name; with `sort` it is a link to the same page in the other order. It and the box stay on a phone. */
export function Th({
  on = "nowhere",
  sort,
  align = "start",
  className,
  children,
  ...rest
}: Omit<ComponentProps<"th">, "align"> & { on?: "select" | "nowhere"; sort?: Sort; align?: "start" | "end" }) {
  return (
    <th
      {...rest}
      {...said.columnHeader}
      {...(sort && { "aria-sort": sort.direction })}
      className={classes(
        "h-(--row-height) px-3 text-sm font-semibold whitespace-nowrap text-ink-2",
        align === "end" && "text-right",
        sort || on === "select" ? "max-sm:flex max-sm:items-center max-sm:px-0" : "max-sm:hidden",
        className,
      )}
    >
      {sort ? <SortLink sort={sort}>{children}</SortLink> : children}
    </th>
  );
}

type Place = "select" | "title" | "aside" | "line" | "nowhere";

/**
 * `on` says where the cell stands on a phone's card; the title is also what names the row. `label` is shown there.
 * Words stay on one line, so that rows keep their height, unless they are `prose`.
 */
export function Td({
  on = "line",
  label,
  align = "start",
  flow = "line",
  className,
  children,
  ...rest
}: Omit<ComponentProps<"td">, "align"> & {
  on?: Place;
  label?: string;
  align?: "start" | "end";
  flow?: "line" | "prose";
}) {
  const look = classes(
    "cell",
    `on-${on}`,
    flow === "prose" && "cell-prose",
    align === "end" && "sm:text-right",
    className,
  );
  if (on === "title")
    return (
      <th {...rest} {...said.rowHeader} className={look}>
        {children}
      </th>
    );
  return (
    <td {...rest} {...said.cell} className={look}>
      {label === undefined ? null : <span className="mr-1 text-ink-3 sm:hidden">{label}</span>}
      {children}
    </td>
  );
}
