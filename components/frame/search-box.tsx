"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

/** A plain GET form; the script only adds the way there by Ctrl-K. */
export function SearchBox({ action, label }: { action: string; label: string }) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.select();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <search className="min-w-0 flex-1 lg:max-w-md">
      <form action={action} className="relative flex items-center">
        <Search aria-hidden="true" className="pointer-events-none absolute left-3 size-4 text-ink-3" />
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={label}
          aria-keyshortcuts="Control+K Meta+K"
          placeholder={label}
          autoComplete="off"
          className="peer h-(--control-height) w-full min-w-0 rounded-md border border-control bg-surface pr-3 pl-9 pointer-coarse:text-lg"
        />
        <kbd
          aria-hidden="true"
          className="pointer-events-none absolute right-2 rounded-sm border border-line bg-sunken px-1.5 font-sans text-xs text-ink-3 peer-focus:hidden peer-not-placeholder-shown:hidden max-lg:hidden"
        >
          Ctrl K
        </kbd>
      </form>
    </search>
  );
}
