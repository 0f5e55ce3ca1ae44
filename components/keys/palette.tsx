"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { Role } from "#components/frame/places.ts";
import { Combobox } from "#components/keys/combobox.tsx";
import { OverThePage } from "#components/keys/over-the-page.tsx";
import { actionsFor, named, type PaletteItem, placesFor } from "#components/keys/palette-items.ts";
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
    <OverThePage title="Go to, do or find" onClose={props.onClose}>
      <QueryClientProvider client={client}>
        <Choices {...props} />
      </QueryClientProvider>
    </OverThePage>
  );
}

/** Once the palette is there, its field hears what is typed. */
const never = () => () => {};

function Choices({ role, contactId, typedAhead, onClose }: Props) {
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
  // What has to be asked comes below what is known: nothing moves away from under what Enter takes.
  const sections = [
    { title: "Do", items: named(actionsFor(role, contactId), words) },
    { title: "Go to", items: named(placesFor(role), words) },
    { title: "Search", items: words === "" ? [] : [searchFor(role, words)] },
    { title: "Contacts", items: words.length > 1 ? (data?.contacts ?? []) : [] },
    { title: "Lists", items: words.length > 1 ? (data?.lists ?? []) : [] },
  ].filter(({ items }) => items.length > 0);

  return (
    <div className="flex flex-col gap-2 p-4">
      <Combobox
        label="What are you looking for?"
        placeholder="A contact, a list, a page, something to do"
        typed={typed}
        onTyped={setChanged}
        sections={sections}
        onGone={onClose}
      />
      {isError && <p role="alert">Contacts and lists could not be searched. Close this and try again.</p>}
    </div>
  );
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
