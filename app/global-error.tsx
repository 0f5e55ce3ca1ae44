"use client";

import "./globals.css";
import { Failure } from "#components/settings/failure.tsx";

/** Where even the layout failed. */
export default function GlobalErrorPage(failure: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Dibs</title>
      </head>
      <body>
        <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center p-4">
          <Failure {...failure} />
        </main>
      </body>
    </html>
  );
}
