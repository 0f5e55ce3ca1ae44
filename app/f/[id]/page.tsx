import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { FormHead } from "#components/forms/form-head.tsx";
import { PublicForm } from "#components/forms/public-form.tsx";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { countVisit } from "#lib/forms/commands/count-visit.ts";
import { newRendering } from "#lib/forms/commands/stamp.ts";
import { isCounted } from "#lib/forms/commands/visit-rate.ts";
import { hostBefore } from "#lib/forms/domain-seen.ts";
import { controls } from "#lib/forms/entry.ts";
import { hostedPath, readPublicId } from "#lib/forms/public-id.ts";
import { visitedForm, type VisitedForm } from "#lib/forms/queries/visited.ts";
import { shownOf } from "#lib/forms/shown.ts";

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params, searchParams }: Place): Promise<Metadata> {
  const form = await visitedForm(db, readPublicId((await params).id));
  if (form === undefined) return { title: "Not found" };
  const isSent = (await readerOf(searchParams))("sent") === "1";
  return { title: isSent ? "Sent" : form.heading || form.name };
}

/** A live form of a portal, for anybody. */
export default async function HostedFormPage({ params, searchParams }: Place) {
  const form = await visitedForm(db, readPublicId((await params).id));
  if (form === undefined) notFound();
  const [read, asked] = [await readerOf(searchParams), await headers()];
  const embed = read("embed") === "1";
  return (
    <main
      className={`mx-auto flex w-full max-w-xl flex-col gap-6 p-4 sm:p-6 ${embed ? "" : "min-h-dvh justify-center"}`}
    >
      {read("sent") === "1" ? (
        <>
          <h1 className="text-2xl">Sent</h1>
          <p className="text-lg whitespace-pre-line">{form.thanks || "Thank you."}</p>
        </>
      ) : (
        <>
          <FormHead form={shownOf(form)} level={1} />
          <PublicForm form={shownOf(form)} hidden={await visit(form, asked, { embed })} />
        </>
      )}
    </main>
  );
}

/** Counts the visit, and answers what the form carries along unseen. */
async function visit(
  form: VisitedForm,
  asked: Headers,
  { embed }: { embed: boolean },
): Promise<Record<string, string>> {
  const from = asked.get("referer");
  // In a frame the visitor comes from the page around it, which is the portal's own.
  const referrer = embed ? "" : hostBefore({ referer: from, host: asked.get("host") });
  // What was sent and comes back with a mistake in it is no other visit.
  if (!asked.has("content-type") && isCounted(form.id))
    after(() => transaction((tx) => countVisit(tx, form, referrer)));
  const { submission, stamp } = await newRendering(form.publicId, referrer);
  return {
    Form: form.publicId,
    [controls.submission]: submission,
    [controls.stamp]: stamp,
    [controls.referrer]: referrer,
    [controls.page]: (embed && from) || hostedPath(form.publicId, { embed }),
    ...(embed ? { Embed: "1" } : {}),
  };
}
