import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { knownToForms } from "#app/(portal)/forms/known.ts";
import { DesignForm } from "#components/forms/design-form.tsx";
import { FormPreview } from "#components/forms/form-preview.tsx";
import { HeldTable } from "#components/forms/held-table.tsx";
import { NothingSent } from "#components/forms/nothing-sent.tsx";
import { ShareForm } from "#components/forms/share-form.tsx";
import { SubmissionsTable } from "#components/forms/submissions-table.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { draftOf } from "#lib/forms/draft.ts";
import { type FormRecord, submissionsPage } from "#lib/forms/queries/forms.ts";
import { shownForm } from "#lib/forms/queries/visited.ts";
import { shownOf } from "#lib/forms/shown.ts";
import type { FormView } from "#lib/forms/view.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

type Props = { actor: Actor; form: FormRecord; view: FormView; before: number };

/** The part of a form's page that its address asks for. */
export async function FormPart({ actor, form, view, before }: Props) {
  switch (view) {
    case "submissions":
      return <Sent actor={actor} form={form} state="accepted" before={before} />;
    case "held":
      return <Sent actor={actor} form={form} state="held" before={before} />;
    case "edit":
      return <DesignForm id={form.id} draft={draftOf(form)} {...await knownToForms(actor)} />;
    case "preview":
    case "share": {
      const shown = await shownForm(db, { portalId: actor.portalId, id: form.id });
      if (shown === undefined) notFound();
      if (view === "preview") return <FormPreview form={shownOf(shown)} />;
      const { state, origins } = form;
      return <ShareForm form={shown} isLive={state === "live"} origins={origins} origin={await ownOrigin()} />;
    }
  }
}

async function ownOrigin(): Promise<string> {
  return env.DIBS_ORIGIN ?? `http://${(await headers()).get("host") ?? "localhost"}`;
}

type SentProps = Omit<Props, "view"> & { state: "accepted" | "held" };

async function Sent({ actor, form: { id }, state, before }: SentProps) {
  const [page, set] = await Promise.all([
    submissionsPage(actor, { formId: id, state, before }),
    propertiesOf(db, actor.portalId),
  ]);
  if (page.lines.length === 0) return <NothingSent state={state} />;
  const shown = {
    lines: page.lines,
    labels: Object.fromEntries(set.all.map(({ name, label }) => [name, label])),
    timeZone: actor.timeZone,
  };
  const here = `/forms/${id}?view=${state === "held" ? "held" : "submissions"}`;
  return (
    <div className="flex flex-col gap-3">
      {state === "held" ? <HeldTable formId={id} {...shown} /> : <SubmissionsTable {...shown} />}
      <Pagination
        label="Pages of submissions"
        newer={before === 0 ? undefined : here}
        older={page.older === null ? undefined : `${here}&before=${page.older}`}
        names={{ newer: "Newest", older: "Older" }}
      />
    </div>
  );
}
