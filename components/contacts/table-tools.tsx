"use client";

import { Columns3, Download, ListPlus, Plus, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook } from "#components/ui/button-look.ts";
import { type Address, spellAddress, withoutLine } from "#lib/contacts/address.ts";
import type { FilterLine } from "#lib/contacts/checked-conditions.ts";

type Props = { address: Address; lines: readonly FilterLine[] };

/** What narrows the table, each line to be taken out by a press, and what can be done with all that it shows. */
export function TableTools({ address, lines }: Props) {
  const here = spellAddress({ ...address, place: null });
  const narrowed = Object.keys(address.filter).length > 0 && address.filter.importId === undefined;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {lines.map(({ words, line }) => (
        <Link
          key={line}
          href={`/contacts?${spellAddress(withoutLine(address, line))}`}
          prefetch={false}
          scroll={false}
          className="chip"
        >
          <span className="sr-only">Take out the filter </span>
          <bdi>{words}</bdi>
          <X aria-hidden="true" className="size-3.5 shrink-0" />
        </Link>
      ))}
      <Tool href={`/contacts?${joined(here, "panel=filter")}`} icon={<Plus aria-hidden="true" className="size-4" />}>
        Add filter
      </Tool>
      <Tool
        href={`/contacts?${joined(here, "panel=columns")}`}
        icon={<Columns3 aria-hidden="true" className="size-4" />}
      >
        Columns
      </Tool>
      {narrowed ? (
        <Tool href={`/lists/new?${here}`} icon={<ListPlus aria-hidden="true" className="size-4" />}>
          Save as list
        </Tool>
      ) : null}
      <Tool href={`/exports/new?${joined("all=1", here)}`} icon={<Download aria-hidden="true" className="size-4" />}>
        Export
      </Tool>
    </div>
  );
}

function Tool({ href, icon, children }: { href: string; icon: ReactNode; children: string }) {
  return (
    <Link href={href} prefetch={false} scroll={false} className={buttonLook({ variant: "quiet", size: "small" })}>
      {icon}
      {children}
    </Link>
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join("&");
}
