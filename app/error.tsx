"use client";

import { Failure } from "#components/settings/failure.tsx";

export default function ErrorPage(failure: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center p-4">
      <Failure {...failure} />
    </main>
  );
}
