"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { RecordView } from "#lib/contacts/record-view.ts";

type Waiting = { contactId: number; receipt: number };

/** Looks every second whether the request is decided, and then shows the page anew. It draws nothing itself. */
export function LookAgain(waiting: Waiting) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Looking {...waiting} />
    </QueryClientProvider>
  );
}

function Looking({ contactId, receipt }: Waiting) {
  const router = useRouter();
  const { data } = useQuery({
    // By receipt: an answer to an earlier request must not pass for one to the next, which is then never shown.
    queryKey: ["contacts", contactId, "open-request", receipt],
    queryFn: () => openRequestNow(contactId),
    refetchInterval: 1_000,
  });

  const decided = data !== undefined && data !== String(receipt);
  useEffect(() => {
    if (decided) router.refresh();
  }, [decided, router]);
  return null;
}

async function openRequestNow(contactId: number): Promise<string> {
  const response = await fetch(`/api/contacts/${contactId}`);
  if (!response.ok) throw new Error(`contact: ${response.status}`);
  const record: RecordView = await response.json();
  return record.openRequest ?? "";
}
