"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { BatchFigures } from "#components/requests/batch-figures.tsx";
import { answeredOf, paceOf, stageOf } from "#components/requests/progress.ts";
import type { SyncState } from "#components/requests/sync-paused.tsx";
import type { BatchView } from "#lib/registration/queries.ts";

type Shown = { batch: BatchView; sync: SyncState };

/** Looks twice a second as long as something is open; without JavaScript the page says what it knew. */
export function BatchProgress(shown: Shown) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Progress {...shown} />
    </QueryClientProvider>
  );
}

function Progress({ batch: rendered, sync }: Shown) {
  const router = useRouter();
  const [first] = useState(() => ({ at: Date.now(), answered: answeredOf(rendered) }));
  const { data, dataUpdatedAt, isError } = useQuery({
    queryKey: ["requests", rendered.id],
    queryFn: () => batchNow(rendered.id),
    initialData: rendered,
    // A paused sync is moved by people, who take their time.
    refetchInterval: ({ state }) =>
      stageOf(state.data ?? rendered) !== "answered" && (sync === "running" ? 500 : 2_000),
  });

  const stage = stageOf(data);
  const isNews = stage !== stageOf(rendered);
  useEffect(() => {
    // The list below and the sizes in the frame come from the server.
    if (isNews) router.refresh();
  }, [isNews, router]);

  const [before, now] = [first.answered, answeredOf(data)];
  const answered = { before, now, left: data.requested - now, of: "answers" as const };
  const pace = stage === "waiting" ? paceOf(answered, dataUpdatedAt - first.at) : null;
  return <BatchFigures batch={data} pace={pace} lost={isError} />;
}

async function batchNow(id: number): Promise<BatchView> {
  const response = await fetch(`/api/batches/${id}`);
  if (!response.ok) throw new Error(`batch: ${response.status}`);
  const batch: BatchView = await response.json();
  return batch;
}
