"use client";

import { type KeyboardEvent, useState, useTransition } from "react";
import { PropertyInput } from "#components/contacts/property-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { saveInPlaceAction } from "#lib/contacts/actions.ts";
import type { PreviewLine } from "#lib/contacts/contact-preview.ts";

type Props = { contactId: number; line: PreviewLine; onSaved: () => void; onCancel: () => void };

/** The field of one property where its value stood: Enter saves, Escape leaves it as it was. */
export function InPlace({ contactId, line: { property, typed }, onSaved, onCancel }: Props) {
  const [problem, setProblem] = useState<string>();
  const [busy, start] = useTransition();

  function save(form: FormData) {
    start(async () => {
      const wrong = await saveInPlaceAction(form);
      if (wrong === null) onSaved();
      else setProblem(wrong);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onCancel();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in any of its fields.
    <form
      ref={begin}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
      className="flex flex-col gap-2"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <PropertyInput property={property} value={typed} problem={problem} />
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" busy={busy}>
          Save
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          Discard
        </Button>
      </div>
    </form>
  );
}

/** Whoever asked to edit is in the field at once. */
function begin(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLInputElement>("input:not([type=hidden]), select");
  field?.focus();
  if (field?.matches("input[type=text], input[type=tel], input:not([type])")) field.select();
}
