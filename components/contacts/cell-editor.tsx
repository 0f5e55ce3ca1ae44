"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { previewOf } from "#components/contacts/contact-preview.tsx";
import { sayContactsChanged } from "#components/contacts/contacts-changed.ts";
import { InPlace } from "#components/contacts/in-place.tsx";
import type { Cell } from "#components/keys/clicks.ts";
import { focusRowOf } from "#components/keys/rows.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";

type Props = { cell: Cell; onClose: () => void };

/** The property of a cell, to be changed where the cell stands. */
export function CellEditor(props: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={client}>
      <Editor {...props} />
    </QueryClientProvider>
  );
}

function Editor({ cell: { contactId, property, label, at }, onClose }: Props) {
  const router = useRouter();
  const box = useRef<HTMLDialogElement>(null);
  const { data, isError } = useQuery({
    queryKey: ["contacts", contactId, "cell", property],
    queryFn: () => previewOf(contactId, property),
  });
  const line = data?.lines.find((each) => each.property.name === property);
  const close = useEffectEvent(() => {
    focusRowOf(contactId);
    onClose();
  });

  useEffect(() => {
    const listening = new AbortController();
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) close();
    };
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && close();
    document.addEventListener("pointerdown", onPress, listening);
    document.addEventListener("keydown", onKey, listening);
    // It stands where the cell stood: what moves the cell ends it.
    window.addEventListener("resize", close, listening);
    return () => listening.abort();
  }, []);

  function saved() {
    close();
    sayContactsChanged();
    router.refresh();
  }

  return (
    <dialog
      open
      ref={box}
      aria-label={`Change ${label}`}
      className="floating fixed z-40 m-0 flex flex-col gap-2 rounded-md p-3 print:hidden"
      style={placeOver(at)}
    >
      {data === undefined && !isError && <Skeleton className="h-16" />}
      {isError && <p role="alert">The contact could not be read. It may be gone: reload the page.</p>}
      {data !== undefined && !line?.writable && <p>{label} is written by Dibs.</p>}
      {line?.writable && <InPlace contactId={contactId} line={line} onSaved={saved} onCancel={close} />}
    </dialog>
  );
}

const margin = 8;
const room = { width: 288, height: 160 };

/** Over the cell, and inside the window. */
function placeOver({ left, top, width }: DOMRect) {
  return {
    left: Math.max(margin, Math.min(left, window.innerWidth - Math.max(width, room.width) - margin)),
    top: Math.max(margin, Math.min(top, window.innerHeight - room.height - margin)),
    width: Math.max(width, room.width),
  };
}
