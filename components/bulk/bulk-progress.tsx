"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { BulkFigures } from "#components/bulk/bulk-figures.tsx";
import { doneOf, isMoving, undoneOf } from "#components/bulk/progress.ts";
import { paceOf } from "#components/requests/progress.ts";
import type { BulkView } from "#lib/bulk/queries/changes.ts";

/** Looks twice a second as long as it runs; without JavaScript the page says what it knew. */
export function BulkProgress({ run }: { run: BulkView }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      {/* Anew for the undoing: its pace is counted from its own beginning. */}
      <Progress key={run.state} run={run} />
    </QueryClientProvider>
  );
}

function Progress({ run: rendered }: { run: BulkView }) {
  const router = useRouter();
  const [first] = useState(() => ({ at: Date.now(), done: stepsOf(rendered).done }));
  const { data, dataUpdatedAt, isError } = useQuery({
    queryKey: ["bulk", rendered.id, rendered.state],
    queryFn: () => bulkNow(rendered.id),
    initialData: rendered,
    refetchInterval: ({ state }) => isMoving(state.data ?? rendered) && 500,
  });

  const isNews = data.state !== rendered.state;
  useEffect(() => {
    // What can be done with it, and the sizes in the frame, come from the server.
    if (isNews) router.refresh();
  }, [isNews, router]);

  const { done, left } = stepsOf(data);
  const pace = isMoving(data)
    ? paceOf({ before: first.done, now: done, left, of: "contacts" }, dataUpdatedAt - first.at)
    : null;
  return <BulkFigures run={data} pace={pace} lost={isError} />;
}

function stepsOf(run: BulkView): { done: number; left: number } {
  const [done, whole] = run.state === "undoing" ? [undoneOf(run), run.changed] : [doneOf(run), run.expected];
  return { done, left: Math.max(0, whole - done) };
}

async function bulkNow(id: number): Promise<BulkView> {
  const response = await fetch(`/api/bulk/${id}`);
  if (!response.ok) throw new Error(`bulk change: ${response.status}`);
  const run: BulkView = await response.json();
  return run;
}
