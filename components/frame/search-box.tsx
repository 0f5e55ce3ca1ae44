"use client";

import { Command, Search } from "lucide-react";
import { paletteWanted } from "#components/keys/palette-wanted.ts";

/** A plain GET form; beside it the way to everything else that can be found, for whoever has no Ctrl-K. */
export function SearchBox({ action, label }: { action: string; label: string }) {
  return (
    <search className="min-w-0 flex-1 lg:max-w-md">
      <form action={action} className="relative flex items-center">
        <Search aria-hidden="true" className="pointer-events-none absolute left-3 size-4 text-ink-3" />
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          className="h-(--control-height) w-full min-w-0 rounded-md border border-control bg-surface pr-20 pl-9 pointer-coarse:pr-12 pointer-coarse:text-lg"
        />
        <button
          type="button"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => document.dispatchEvent(new Event(paletteWanted))}
          className="absolute right-1.5 grid min-h-6 min-w-6 place-items-center rounded-sm border border-line bg-sunken px-1.5 text-xs text-ink-2 hover:border-control pointer-coarse:right-0 pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:border-0 pointer-coarse:bg-transparent noscript:hidden"
        >
          <span className="sr-only">Go to, do or find: </span>
          <span className="pointer-coarse:hidden">Ctrl K</span>
          <Command aria-hidden="true" className="hidden size-4 pointer-coarse:block" />
        </button>
      </form>
    </search>
  );
}
