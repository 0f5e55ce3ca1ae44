"use client";

import { useActionState } from "react";
import { FieldsEditor } from "#components/forms/fields-editor.tsx";
import { WhatFollows } from "#components/forms/what-follows.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field, FieldArea } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { designFormAction, type DesignState } from "#lib/forms/actions.ts";
import type { Draft, DraftProblems } from "#lib/forms/draft.ts";
import { count } from "#lib/words.ts";

type Props = {
  /** Null for a new form. */
  id: number | null;
  draft: Draft;
  /** What a form of this portal may ask for, and where it may put contacts. */
  properties: readonly { name: string; label: string }[];
  lists: readonly { id: number; name: string }[];
};

/** A form of the portal, new or changed. Every button posts it, so that it needs no JavaScript. */
export function DesignForm({ id, draft: initial, properties, lists }: Props) {
  const begun: DesignState = { draft: initial, problems: {}, turn: 0 };
  const [{ draft, problems, turn }, act, busy] = useActionState(designFormAction, begun);
  const faults = Object.keys(problems).length;
  return (
    <form action={act} className="flex max-w-3xl flex-col gap-4">
      {/* The first button is what Enter presses: it must not take a field away. */}
      <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="id" value={id ?? ""} />
      {faults === 0 ? null : <Notice tone="danger" title={`Not saved yet: ${count(faults, "thing")} to mend.`} />}
      <div key={turn} className="flex flex-col gap-4">
        <Head draft={draft} problems={problems} />
        <FieldsEditor fields={draft.fields} properties={properties} problem={problems.fields} />
        <WhatFollows draft={draft} problems={problems} lists={lists} />
      </div>
      <div className="flex gap-2">
        <Button type="submit" name="do" value="save" variant="primary" busy={busy}>
          {id === null ? "Create form" : "Save form"}
        </Button>
        <LinkButton href={id === null ? "/forms" : `/forms/${id}`} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

function Head({ draft, problems }: { draft: Draft; problems: DraftProblems }) {
  return (
    <Card title="What it says">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Name"
          name="name"
          defaultValue={draft.name}
          error={problems.name}
          description="Conversions are recorded under it."
          maxLength={200}
        />
        <Field
          label="Heading"
          name="heading"
          defaultValue={draft.heading}
          error={problems.heading}
          description="Visitors read it. Blank: the name."
          maxLength={200}
        />
        <FieldArea
          label="Text under the heading"
          name="intro"
          defaultValue={draft.intro}
          error={problems.intro}
          className="sm:col-span-2"
        />
        <Field label="Button" name="button" defaultValue={draft.button} error={problems.button} maxLength={60} />
      </div>
    </Card>
  );
}
