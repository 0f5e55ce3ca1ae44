"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LookAgain } from "#components/imports/look-again.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { ImportProgress as Progress } from "#lib/imports/queries.ts";
import { count, figure } from "#lib/words.ts";

const lookEveryMs = 400;

/** Looks again and again as long as rows are checked or imported; without JavaScript there is a link to look again. */
export function ImportProgress({ found }: { found: Progress }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Running found={found} />
    </QueryClientProvider>
  );
}

function Running({ found }: { found: Progress }) {
  const router = useRouter();
  const { data, isError } = useQuery({
    queryKey: ["imports", found.id],
    queryFn: () => progressNow(found.id),
    initialData: found,
    refetchInterval: ({ state }) => (state.data?.state ?? found.state) === found.state && lookEveryMs,
  });

  const hasEnded = data.state !== found.state;
  useEffect(() => {
    // What became of the rows comes from the server.
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const isCheck = found.state === "checking";
  const done = isCheck ? (data.tally?.rows ?? 0) : data.rowsDone;

  return (
    <div className="flex max-w-2xl flex-col gap-3">
      <ProgressBar
        label={isCheck ? "Checking" : "Importing"}
        value={done}
        max={data.rows}
        detail={`${figure(done)} of ${count(data.rows, "row")}`}
      />
      <p className="text-ink-2">
        {isCheck
          ? `${figure(data.tally?.failed ?? 0)} with problems so far. Nothing is imported. You may leave this page: the check goes on.`
          : `${figure(data.created)} created, ${figure(data.updated)} updated, ${figure(data.failed)} failed. You may leave this page: the import goes on.`}
      </p>
      {isError ? (
        <p role="alert">The server does not answer at the moment. The work goes on without this page.</p>
      ) : null}
      <noscript>
        <LookAgain id={found.id} />
      </noscript>
    </div>
  );
}

async function progressNow(id: number): Promise<Progress> {
  const response = await fetch(`/api/imports/${id}`);
  if (!response.ok) throw new Error(`import: ${response.status}`);
  const progress: Progress = await response.json();
  return progress;
}
