import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "#app/sign-in/sign-in-form.tsx";
import { firstAdminCode } from "#lib/portals/commands/first-admin.ts";
import { ownPath } from "#lib/portals/origin.ts";
import { memberOf } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const next = ownPath((await searchParams)["next"]) ?? "/";
  if ((await memberOf(await headers())) !== null) redirect(next);
  if ((await firstAdminCode()) !== null) redirect("/first-admin");

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center gap-6 p-4">
      <header className="flex flex-col gap-1">
        <p className="text-lg font-semibold text-accent">Dibs</p>
        <h1 className="text-2xl">Sign in</h1>
      </header>
      <SignInForm next={next} />
    </main>
  );
}
