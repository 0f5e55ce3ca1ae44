"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import type { Preflight } from "#lib/registration/preflight.ts";

const Looking = () => <p className="text-ink-3">Looking …</p>;

// Every public suffix and every rule come with it, so it comes when there is an answer to show.
const Foreseen = dynamic(() => import("#components/registration/foreseen.tsx").then((loaded) => loaded.Foreseen), {
  loading: Looking,
});

/** What the rules look at, as it is typed. */
type Typed = Readonly<Record<string, string>>;

const lookedAt = ["firstname", "lastname", "email", "company", "website"];
const calmMs = 300;

const places = { beside: "grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]", below: "flex flex-col gap-4" };

type Props = {
  contactId?: number;
  values: Typed;
  vendor: string;
  place?: keyof typeof places;
  children: ReactNode;
};

/** Beside a form: what a request would be answered, while its fields are filled in. */
export function PreflightBeside(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 60_000 } } }));
  return (
    <QueryClientProvider client={client}>
      <Beside {...props} />
    </QueryClientProvider>
  );
}

function Beside({ contactId, values, vendor, place = "beside", children }: Props) {
  const [typed, setTyped] = useState(values);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = ({ target }: FormEvent) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form === null) return;
    clearTimeout(later.current);
    later.current = setTimeout(() => setTyped({ ...values, ...fieldsOf(form) }), calmMs);
  };
  const { data, isError } = useQuery({
    queryKey: ["preflight", contactId, typed],
    queryFn: () => fetchPreflight(contactId, typed),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={places[place]} onInput={look}>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
      <Card title="If you asked now">
        {isError && <p className="text-danger">This could not be looked up. Save, and try again.</p>}
        {data === undefined ? <Looking /> : <Foreseen found={data} website={typed["website"] ?? ""} vendor={vendor} />}
      </Card>
    </div>
  );
}

function fieldsOf(form: HTMLFormElement): Typed {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      lookedAt.includes(name) && typeof value === "string" ? [[name, value]] : [],
    ),
  );
}

async function fetchPreflight(contactId: number | undefined, typed: Typed): Promise<Preflight> {
  const known = Object.fromEntries(lookedAt.map((name) => [name, typed[name] ?? ""]));
  const response = await fetch("/api/preflight", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...known, ...(contactId === undefined ? {} : { contactId }) }),
  });
  if (!response.ok) throw new Error(`preflight: ${response.status}`);
  const found: Preflight = await response.json();
  return found;
}
