"use client";

import "./globals.css";

/** Where even the layout failed. Every page brings it along, so it is made of nothing else. */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Dibs</title>
      </head>
      <body>
        <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col items-start justify-center gap-4 p-4">
          <h1 className="text-2xl">Something went wrong</h1>
          <p>This page could not be shown. Nothing that was saved is lost.</p>
          <button type="button" onClick={retry} className="min-h-11 font-semibold text-link underline">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
