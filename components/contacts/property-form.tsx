"use client";

import { useActionState, useId } from "react";
import { LeavingQuestion } from "#components/contacts/leaving-question.tsx";
import { PropertyFields } from "#components/contacts/property-fields.tsx";
import type { Stars } from "#components/properties/star.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SaveOrDiscard } from "#components/ui/save-or-discard.tsx";
import { type FormState, savePropertiesAction } from "#lib/contacts/actions.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import type { Property } from "#lib/properties/registry.ts";

type Props = {
  contactId: number;
  backTo: string;
  properties: readonly Property[];
  /** As fields show them: times as the portal's clock says them, and in words what nobody may write. */
  values: Edit;
  stars: Stars;
};

/** Some properties of a contact, with Save and Discard. It works without JavaScript; faults stand beside their fields. */
export function PropertyForm({ contactId, backTo, properties, values, stars }: Props) {
  const [{ problems, given, leaving }, save, busy] = useActionState<FormState, FormData>(savePropertiesAction, {
    problems: {},
    given: {},
  });
  const form = useId();
  return (
    <form id={form} action={save} className="flex flex-col gap-4">
      {/* Hidden names have a capital letter, which no property has. */}
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="backTo" value={backTo} />
      {problems["form"] === undefined ? null : <Notice tone="danger" title={problems["form"]} />}
      {leaving ? <LeavingQuestion key={leaving.to} leaving={leaving} form={form} /> : null}
      <PropertyFields
        properties={properties}
        values={{ ...values, ...given }}
        problems={problems}
        beside={{ contactId, stars }}
      />
      {properties.some(({ owned, archived }) => !owned && !archived) && <SaveOrDiscard busy={busy} />}
    </form>
  );
}
