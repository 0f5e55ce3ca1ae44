import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FirstAdminForm } from "#app/first-admin/first-admin-form.tsx";
import { firstAdminCode } from "#lib/portals/commands/first-admin.ts";

export const metadata: Metadata = { title: "First admin" };

export default async function FirstAdminPage() {
  if ((await firstAdminCode()) === null) notFound();
  const timeZones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 p-4">
      <header className="flex flex-col gap-1">
        <p className="text-lg font-semibold text-accent">Dibs</p>
        <h1 className="text-2xl">First admin</h1>
        <p className="text-ink-2">
          Nobody can sign in yet. The code that Dibs printed on its console shows that this server is yours. You become
          admin of the first portal, and channel manager of the vendor.
        </p>
      </header>
      <FirstAdminForm timeZones={timeZones} />
    </main>
  );
}
