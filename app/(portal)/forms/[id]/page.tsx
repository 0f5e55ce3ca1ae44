import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormPart } from "#app/(portal)/forms/[id]/part.tsx";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { FormTop } from "#components/forms/form-top.tsx";
import { now } from "#lib/clock.ts";
import { readId } from "#lib/contacts/id.ts";
import { formById, weekOf } from "#lib/forms/queries/forms.ts";
import { formViewNamed } from "#lib/forms/view.ts";
import { requireMember } from "#lib/portals/queries.ts";

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Place): Promise<Metadata> {
  const found = await formById(await requireMember(), readId((await params).id));
  return { title: found?.name ?? "Not found" };
}

export default async function FormPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const form = await formById(actor, readId((await params).id));
  if (form === undefined) notFound();
  const [read, week] = [await readerOf(searchParams), await weekOf(form.id)];
  const view = formViewNamed(read("view"));
  return (
    <div className="flex flex-col gap-6">
      <FormTop
        form={form}
        view={view}
        week={week}
        now={now()}
        told={{ done: read("done"), problem: read("problem") }}
      />
      <FormPart actor={actor} form={form} view={view} before={readId(read("before"))} />
    </div>
  );
}
