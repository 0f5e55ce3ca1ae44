"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Input, Label, TextField } from "react-aria-components/TextField";
import type { Role } from "#components/frame/places.ts";
import { actionsFor, named, type PaletteItem, placesFor } from "#components/keys/palette-items.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { fieldLook } from "#components/ui/field-look.ts";
import { figure } from "#lib/words.ts";

type Props = {
  role: Role;
  contactId: number | undefined;
  /** Typing begins before the palette is there. */
  typedAhead: () => string;
  onClose: () => void;
};

/** Everything there is to go to, to do and to find, by its first letters. */
export function Palette(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } }));
  return (
    <Dialog title="Go to, do or find" isOpen onOpenChange={props.onClose}>
      <QueryClientProvider client={client}>
        <Choices {...props} />
      </QueryClientProvider>
    </Dialog>
  );
}

/** Once the palette is there, its field hears what is typed. */
const never = () => () => {};

/** To be scrolled by keys as well, like every table that is wider than its place. */
const scroller = { role: "region", "aria-label": "Choices", tabIndex: 0 };

type Section = { title: string; items: readonly PaletteItem[] };

function Choices({ role, contactId, typedAhead, onClose }: Props) {
  const router = useRouter();
  const ahead = useSyncExternalStore(never, typedAhead, () => "");
  const [changed, setChanged] = useState<string | null>(null);
  const typed = changed ?? ahead;
  const words = typed.trim();
  const { data, isError } = useQuery({
    queryKey: ["palette", words],
    queryFn: ({ signal }) => found(words, signal),
    enabled: words.length > 1 && role !== "channel-manager",
    placeholderData: keepPreviousData,
  });
  // What has to be asked comes below what is known: nothing moves away from under the focus.
  const sections = [
    { title: "Do", items: named(actionsFor(role, contactId), words) },
    { title: "Go to", items: named(placesFor(role), words) },
    { title: "Search", items: words === "" ? [] : [searchFor(role, words)] },
    { title: "Contacts", items: words.length > 1 ? (data?.contacts ?? []) : [] },
    { title: "Lists", items: words.length > 1 ? (data?.lists ?? []) : [] },
  ].filter(({ items }) => items.length > 0);

  return (
    <div className="flex flex-col gap-2 p-4">
      <Autocomplete inputValue={typed} onInputChange={setChanged}>
        <TextField>
          <Label className="sr-only">What are you looking for?</Label>
          <Input ref={focus} placeholder="A contact, a list, a page, something to do" className={fieldLook.control} />
        </TextField>
        {isError && <p role="alert">Contacts and lists could not be searched. Close this and try again.</p>}
        <div {...scroller} className="max-h-[40dvh] overflow-y-auto sm:max-h-[60dvh]">
          <Menu
            aria-label="What there is"
            onAction={(key) => {
              onClose();
              router.push(pathIn(sections, String(key)));
            }}
            className="outline-none"
          >
            {sections.map(({ title, items }) => (
              <MenuSection key={title} id={title} className="pb-2">
                <Header className="px-3 py-1 text-xs font-semibold text-ink-3">{title}</Header>
                {items.map((item) => (
                  <Choice key={item.href} section={title} item={item} />
                ))}
              </MenuSection>
            ))}
          </Menu>
        </div>
      </Autocomplete>
    </div>
  );
}

/** Whoever opens the palette is about to type. */
function focus(input: HTMLInputElement | null): void {
  input?.focus();
}

function Choice({ section, item: { name, href, more } }: { section: string; item: PaletteItem }) {
  return (
    <MenuItem
      id={`${section} ${href}`}
      textValue={name}
      className="flex min-h-8 cursor-default items-center gap-3 rounded-sm px-3 py-1 outline-none data-focused:bg-selection pointer-coarse:min-h-11"
    >
      <bdi className="min-w-0 truncate">{name}</bdi>
      {more === undefined ? null : <bdi className="min-w-0 flex-1 truncate text-sm text-ink-3">{more}</bdi>}
    </MenuItem>
  );
}

function pathIn(sections: readonly Section[], key: string): string {
  const chosen = sections.flatMap(({ title, items }) => items.filter(({ href }) => `${title} ${href}` === key));
  return chosen[0]?.href ?? "/";
}

function searchFor(role: Role, words: string): PaletteItem {
  const [what, path] = role === "channel-manager" ? ["domains", "/domains"] : ["contacts", "/contacts"];
  return { name: `Search ${what} for “${words}”`, href: `${path}?q=${encodeURIComponent(words)}` };
}

type Found = {
  contacts: { id: number; name: string; email: string; company: string }[];
  lists: { id: number; name: string; size: number }[];
};

const pauseMs = 120;

async function found(words: string, signal: AbortSignal): Promise<{ contacts: PaletteItem[]; lists: PaletteItem[] }> {
  // Whoever types on asks anew; what they have typed so far is not asked.
  await new Promise((next) => setTimeout(next, pauseMs));
  const response = await fetch(`/api/search?q=${encodeURIComponent(words)}`, { signal });
  if (!response.ok) throw new Error(`search: ${response.status}`);
  const { contacts, lists }: Found = await response.json();
  return {
    contacts: contacts.map(({ id, name, email, company }) => ({
      name: name || email || "No name",
      href: `/contacts/${id}`,
      more: [company, name === email ? "" : email].filter(Boolean).join(" · "),
    })),
    lists: lists.map(({ id, name, size }) => ({ name, href: `/lists/${id}`, more: figure(size) })),
  };
}
