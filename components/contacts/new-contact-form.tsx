"use client";

import { useActionState } from "react";
import { PropertyFields } from "#components/contacts/property-fields.tsx";
import { PreflightBeside } from "#components/registration/preflight-panel.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { createContactAction, type FormState } from "#lib/contacts/actions.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import type { Property } from "#lib/properties/registry.ts";

/** `values` is what is known of the contact beforehand. */
type Props = { properties: readonly Property[]; values: Edit; vendor: string };

export function NewContactForm({ properties, values, vendor }: Props) {
  const [{ problems, given }, create, busy] = useActionState<FormState, FormData>(createContactAction, {
    problems: {},
    given: {},
  });
  return (
    <PreflightBeside values={values} vendor={vendor}>
      <form action={create} className="flex max-w-3xl flex-col gap-4">
        <PropertyFields properties={properties} values={{ ...values, ...given }} problems={problems} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            Add contact
          </Button>
          <LinkButton href="/contacts" variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </form>
    </PreflightBeside>
  );
}
