"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { startTransition, useRef, useState } from "react";
import { chooseRow, contactAtHand, focusRowOf, stepRow } from "#components/keys/rows.ts";
import type { Cell } from "#components/keys/clicks.ts";
import { useListening } from "#components/keys/use-listening.ts";
import type { Role } from "#components/frame/places.ts";
import type { CommandName, KeyMap } from "#lib/portals/keys.ts";

// Loaded when first wanted: nobody waits for what they may never open.
const Palette = dynamic(() => import("#components/keys/palette.tsx").then((loaded) => loaded.Palette));
const KeyHelp = dynamic(() => import("#components/keys/key-help.tsx").then((loaded) => loaded.KeyHelp));
const ContactPreview = dynamic(() =>
  import("#components/contacts/contact-preview.tsx").then((loaded) => loaded.ContactPreview),
);

const CellEditor = dynamic(() => import("#components/contacts/cell-editor.tsx").then((loaded) => loaded.CellEditor));

/** Listens to Ctrl-K and to single keys, and shows what they open. */
export function Keys({ keys, role }: { keys: KeyMap; role: Role }) {
  const router = useRouter();
  const [open, setOpen] = useState<{ what: "palette" | "help"; nth: number } | null>(null);
  const opened = useRef(0);
  const [previewed, setPreviewed] = useState<number | null>(null);
  // What is typed while the palette is on its way, and it begins with; null while nobody wants it.
  const ahead = useRef<string | null>(null);
  const [cell, setCell] = useState<Cell | null>(null);

  /** What is said to be closed may be gone already, and another one open. */
  function close(nth: number) {
    if (nth !== opened.current) return;
    ahead.current = null;
    setOpen(null);
  }

  /** Between the keys that are pressed meanwhile: none of them waits until all of it is drawn. */
  function show(what: "palette" | "help") {
    opened.current += 1;
    const nth = opened.current;
    startTransition(() => setOpen({ what, nth }));
  }

  function openPalette() {
    ahead.current = "";
    show("palette");
  }

  function typeAhead(sign: string): boolean {
    if (ahead.current === null) return false;
    ahead.current += sign;
    return true;
  }

  function closePreview(): boolean {
    if (previewed === null) return false;
    if (document.activeElement?.closest("main") === null) focusRowOf(previewed);
    setPreviewed(null);
    return true;
  }

  function step(by: 1 | -1): boolean {
    const moved = stepRow(by);
    if (previewed !== null) setPreviewed(contactAtHand() ?? null);
    return moved;
  }

  function onCommand(command: CommandName): boolean {
    if (command === "search") return goToSearch();
    if (command === "choose") return chooseRow();
    if (command === "next" || command === "previous") return step(command === "next" ? 1 : -1);
    const id = contactAtHand();
    const path = pathFor(command, role, id);
    if (command === "help") show("help");
    else if (path !== undefined) router.push(path);
    else if (command === "preview" && id !== undefined) setPreviewed(previewed === id ? null : id);
    else return false;
    return true;
  }

  useListening(keys, {
    onCommand,
    onPalette: openPalette,
    onAhead: typeAhead,
    onEscape: closePreview,
    onContact: setPreviewed,
    onCell: setCell,
  });

  return (
    <>
      {open?.what === "palette" && (
        <Palette
          key={open.nth}
          role={role}
          contactId={contactAtHand()}
          typedAhead={() => ahead.current ?? ""}
          onClose={() => close(open.nth)}
        />
      )}
      {open?.what === "help" && <KeyHelp key={open.nth} keys={keys} role={role} onClose={() => close(open.nth)} />}
      {cell !== null && (
        <CellEditor key={`${cell.contactId} ${cell.property}`} cell={cell} onClose={() => setCell(null)} />
      )}
      {previewed !== null && <ContactPreview key={previewed} id={previewed} onClose={closePreview} />}
    </>
  );
}

/** Where a command leads, with the contact at hand. */
function pathFor(command: CommandName, role: Role, id: number | undefined): string | undefined {
  if (role === "channel-manager") return undefined;
  if (command === "add") return "/contacts/new";
  if (id === undefined) return undefined;
  if (command === "edit") return `/contacts/${id}?view=properties`;
  return command === "request" ? `/requests/new?ids=${id}` : undefined;
}

/** The page's own search, where it has one, else the one at the top. */
function goToSearch(): boolean {
  const search = "input[type=search]";
  const field =
    document.querySelector<HTMLInputElement>(`main ${search}`) ??
    document.querySelector<HTMLInputElement>(`header ${search}`);
  field?.focus();
  field?.select();
  return field !== null;
}
