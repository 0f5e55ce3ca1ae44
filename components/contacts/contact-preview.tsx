"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { PreviewLines } from "#components/contacts/preview-lines.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { iconButtonLook } from "#components/ui/icon-button.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ContactPreview as Preview } from "#lib/contacts/contact-preview.ts";
import { standingMark } from "#lib/contacts/standing.ts";
import { longDay } from "#lib/words.ts";

type Props = { id: number; onClose: () => void };

/** A contact beside the table it stands in. The focus stays in the table, so that the next key goes on from there. */
export function ContactPreview(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={client}>
      <Panel {...props} />
    </QueryClientProvider>
  );
}

function Panel({ id, onClose }: Props) {
  const { data, isError, refetch } = useQuery({ queryKey: ["contacts", id, "preview"], queryFn: () => previewOf(id) });
  return (
    <aside
      aria-label="Preview"
      aria-busy={data === undefined}
      className="floating fixed inset-x-0 bottom-0 z-40 flex max-h-[70dvh] flex-col gap-4 overflow-y-auto rounded-t-lg p-4 sm:inset-x-auto sm:top-16 sm:right-4 sm:bottom-4 sm:max-h-none sm:w-88 sm:rounded-lg print:hidden"
    >
      <header className="flex items-start gap-2">
        <div aria-live="polite" className="min-w-0 flex-1">
          {data === undefined ? <Waiting failed={isError} /> : <Who preview={data} />}
        </div>
        <button type="button" onClick={onClose} aria-label="Close the preview" className={iconButtonLook}>
          <X aria-hidden="true" className="size-4" />
        </button>
      </header>
      {data !== undefined && (
        <>
          <Standing preview={data} />
          <PreviewLines preview={data} onSaved={() => void refetch()} />
          <Link href={`/contacts/${id}`} prefetch={false} className="text-link underline">
            Open the contact
          </Link>
        </>
      )}
    </aside>
  );
}

function Waiting({ failed }: { failed: boolean }) {
  return failed ? (
    <p>The contact could not be read. It may be gone: reload the page.</p>
  ) : (
    <Skeleton className="h-12" />
  );
}

function Who({ preview: { name, company } }: { preview: Preview }) {
  return (
    <>
      <h2 className="text-lg break-words">
        <bdi>{name || "No name"}</bdi>
      </h2>
      <p className="break-words text-ink-2">
        <bdi>{company || "No company"}</bdi>
      </p>
    </>
  );
}

/** The registration group comes first, as on the record. */
function Standing({ preview }: { preview: Preview }) {
  const { message, expires, today } = preview;
  return (
    <section
      aria-label="Partner Registration Information"
      className="flex flex-col items-start gap-1 border-y border-line py-3"
    >
      <Mark {...standingMark(preview, today)} />
      {message === "" ? null : <p className="text-sm">{message}</p>}
      {expires === "" ? null : <p className="text-sm text-ink-2">Until {longDay(expires)}</p>}
    </section>
  );
}

/** `also` is one more property that is asked for, by its name. */
export async function previewOf(id: number, also = ""): Promise<Preview> {
  const response = await fetch(`/api/contacts/${id}/preview?also=${encodeURIComponent(also)}`);
  if (!response.ok) throw new Error(`preview: ${response.status}`);
  const preview: Preview = await response.json();
  return preview;
}
