import type { Metadata } from "next";
import { NotThere } from "#components/settings/not-there.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center p-4">
      <NotThere />
    </main>
  );
}
