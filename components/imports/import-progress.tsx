"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LookAgain } from "#components/imports/look-again.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { progressInWords } from "#lib/imports/progress-words.ts";
import type { ImportNow } from "#lib/imports/queries.ts";

const lookEveryMs = 400;

/** Looks again and again as long as an import is checked, taken over or undone; without JavaScript there is a link to look again. */
export function ImportProgress({ found }: { found: ImportNow }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Running found={found} />
    </QueryClientProvider>
  );
}

function Running({ found }: { found: ImportNow }) {
  const router = useRouter();
  const { data, isError } = useQuery({
    queryKey: ["imports", found.id],
    queryFn: () => progressNow(found.id),
    initialData: found,
    refetchInterval: ({ state }) => stageOf(state.data ?? found) === stageOf(found) && lookEveryMs,
  });

  const hasEnded = stageOf(data) !== stageOf(found);
  useEffect(() => {
    // What became of the rows comes from the server.
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const { told, ...bar } = progressInWords(data);
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <ProgressBar {...bar} />
      <p className="text-ink-2">{told}</p>
      {isError ? (
        <p role="alert">The server does not answer at the moment. The work goes on without this page.</p>
      ) : null}
      <noscript>
        <LookAgain id={found.id} />
      </noscript>
    </div>
  );
}

function stageOf({ state, undo }: ImportNow): string {
  return `${state} ${undo?.state ?? ""}`;
}

async function progressNow(id: number): Promise<ImportNow> {
  const response = await fetch(`/api/imports/${id}`);
  if (!response.ok) throw new Error(`import: ${response.status}`);
  const progress: ImportNow = await response.json();
  return progress;
}
