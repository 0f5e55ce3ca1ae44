"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** What a page shows when it could not be made: what happened, the reference for the log, and the way to try again. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error);
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Something went wrong</h1>
      <Notice tone="danger" title="This page could not be shown." action={<Button onClick={retry}>Try again</Button>}>
        Nothing that was saved is lost. If it happens again, tell us
        {reference === "" ? " what you did." : ` this reference: ${reference}.`}
      </Notice>
    </div>
  );
}

function referenceOf(error: unknown): string {
  const digest: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "digest") : undefined;
  return typeof digest === "string" ? digest : "";
}
