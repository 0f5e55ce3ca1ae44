import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { FormsFilter } from "#components/forms/forms-filter.tsx";
import { FormsTable } from "#components/forms/forms-table.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { now } from "#lib/clock.ts";
import { formsOf } from "#lib/forms/queries/forms.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Forms" };

export default async function FormsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const showsArchived = (await readerOf(searchParams))("show") === "archived";
  const all = await formsOf(actor);
  const forms = all.filter(({ state }) => (state === "archived") === showsArchived);

  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl">Forms</h1>
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/settings" prefetch={false}>
            Send forms from your own site
          </LinkButton>
          <LinkButton href="/forms/new" prefetch={false} variant="primary">
            Create form
          </LinkButton>
        </div>
      </header>
      {all.length === 0 ? null : <FormsFilter shown={showsArchived ? "archived" : "in use"} />}
      {forms.length > 0 ? <FormsTable forms={forms} now={now()} /> : <None any={all.length > 0} />}
    </div>
  );
}

function None({ any }: { any: boolean }) {
  if (any)
    return (
      <Empty title="No form here" action={<LinkButton href="/forms">Show the forms in use</LinkButton>}>
        A form that you archive stands here, with everything that was sent with it.
      </Empty>
    );
  return (
    <Empty
      title="No forms yet"
      action={
        <LinkButton href="/forms/new" variant="primary">
          Create form
        </LinkButton>
      }
    >
      A form has a page of its own, and can stand on your website. Whoever sends it becomes a contact with a conversion,
      and is registered by itself as soon as nothing else is missing.
    </Empty>
  );
}
