"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import type { PaletteItem } from "#components/keys/palette-items.ts";
import { classes } from "#components/ui/classes.ts";
import { fieldLook } from "#components/ui/field-look.ts";

type Section = { title: string; items: readonly PaletteItem[] };

type Props = {
  label: string;
  placeholder: string;
  typed: string;
  onTyped: (typed: string) => void;
  sections: readonly Section[];
  /** Somebody has gone where a choice leads, or is about to. */
  onGone: () => void;
};

/**
 * A field, and below it what can be chosen: the focus stays in the field, arrows go through the choices, Enter takes the one that
 * is marked, the first unless another one was gone to. By the pattern "combobox" of the ARIA guide.
 */
export function Combobox({ label, placeholder, typed, onTyped, sections, onGone }: Props) {
  const router = useRouter();
  const id = useId();
  const [wanted, setWanted] = useState(0);
  const choices = sections.flatMap(({ items }) => items);
  // What is asked for comes and goes below what is known.
  const marked = Math.min(wanted, choices.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    // While a sign is composed of several presses, Enter and the arrows belong to it.
    const choice = event.nativeEvent.isComposing ? undefined : choices[marked];
    if (choice === undefined) return;
    const by = steps[event.key];
    if (by !== undefined) {
      const next = (marked + by + choices.length) % choices.length;
      setWanted(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      onGone();
      router.push(choice.href);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={marked < 0 ? undefined : `${id}-${marked}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        className={fieldLook.control}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setWanted(0);
          onTyped(target.value);
        }}
      />
      <div {...listbox} id={id} className="max-h-[40dvh] overflow-y-auto sm:max-h-[60dvh]">
        {sections.map(({ title, items }) => (
          <Choices
            key={title}
            {...{ id, title, items, marked, onGone }}
            before={choices.findIndex((choice) => choice === items[0])}
          />
        ))}
      </div>
    </>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

// The focus is in the field, and stays there when a choice is pressed.
const listbox = { role: "listbox", "aria-label": "Choices", tabIndex: -1, onMouseDown: keepFocus };
const group = { role: "group" };
const option = { role: "option", tabIndex: -1, prefetch: false };

type ChoicesProps = Section & {
  id: string;
  /** How many choices stand before these. */
  before: number;
  marked: number;
  onGone: () => void;
};

function Choices({ id, title, items, before, marked, onGone }: ChoicesProps) {
  return (
    <div {...group} aria-label={title} className="pb-2">
      <div aria-hidden="true" className="px-3 py-1 text-xs font-semibold text-ink-3">
        {title}
      </div>
      {items.map(({ name, href, more }, at) => (
        <Link
          {...option}
          key={href}
          id={`${id}-${before + at}`}
          href={href}
          aria-selected={before + at === marked}
          className={classes(
            "flex min-h-8 items-center gap-3 rounded-sm px-3 py-1 text-ink no-underline pointer-coarse:min-h-11",
            before + at === marked ? "bg-selection" : "hover:bg-sunken",
          )}
          onClick={onGone}
        >
          <bdi className="min-w-0 truncate">{name}</bdi>
          {more === undefined ? null : <bdi className="min-w-0 flex-1 truncate text-sm text-ink-3">{more}</bdi>}
        </Link>
      ))}
    </div>
  );
}

function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
