"use client";

import { useActionState, useId } from "react";
import { LeavingQuestion } from "#components/contacts/leaving-question.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SaveOrDiscard } from "#components/ui/save-or-discard.tsx";
import { type FormState, savePropertiesAction } from "#lib/contacts/actions.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import type { Property } from "#lib/properties/registry.ts";

type Props = { contactId: number; group: string; properties: readonly Property[]; values: Edit };

/** The properties of one group, with Save and Discard. It works without JavaScript; faults stand beside their fields. */
export function PropertyForm({ contactId, group, properties, values }: Props) {
  const [{ problems, given, leaving }, save, busy] = useActionState<FormState, FormData>(savePropertiesAction, {
    problems: {},
    given: {},
  });
  const form = useId();
  return (
    <form id={form} action={save} className="flex flex-col gap-4">
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="group" value={group} />
      {problems["form"] === undefined ? null : <Notice tone="danger" title={problems["form"]} />}
      {leaving ? <LeavingQuestion key={leaving.to} leaving={leaving} form={form} /> : null}
      <PropertyFields properties={properties} values={{ ...values, ...given }} problems={problems} />
      {properties.some(({ owned }) => !owned) && <SaveOrDiscard busy={busy} />}
    </form>
  );
}

type FieldsProps = { properties: readonly Property[]; values: Edit; problems: Readonly<Record<string, string>> };

export function PropertyFields({ properties, values, problems }: FieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {properties.map((property) => (
        <PropertyField
          key={property.name}
          property={property}
          value={values[property.name] ?? ""}
          problem={problems[property.name]}
        />
      ))}
    </div>
  );
}

function PropertyField({
  property,
  value,
  problem,
}: {
  property: Property;
  value: string;
  problem: string | undefined;
}) {
  const { name, label, hint, options, owned } = property;
  const around = { id: name, name, label, description: hint, error: problem, defaultValue: value };
  if (owned) return <Field {...around} name="" readOnly description={`${hint} Dibs writes it.`} />;
  if (options === undefined) return <Field {...around} inputMode={modes[property.type] ?? "text"} />;
  return (
    <FieldSelect {...around}>
      <option value="">None</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </FieldSelect>
  );
}

const modes: Partial<Record<Property["type"], "email" | "tel" | "url" | "decimal">> = {
  email: "email",
  phone: "tel",
  url: "url",
  number: "decimal",
};
