"use client";

import { useActionState } from "react";
import { OptionsField, LimitFields } from "#components/properties/type-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Field, FieldArea, FieldSelect } from "#components/ui/field.tsx";
import { changePropertyAction, createPropertyAction, type PropertyFormState } from "#lib/properties/actions.ts";
import { optionLines, ownTypes, type PropertyProblems, typeLabel } from "#lib/properties/property-form.ts";
import type { Property, PropertyGroup } from "#lib/properties/registry.ts";

type Props = { groups: readonly PropertyGroup[]; property?: Property };

/** A property of the portal's own; with `property` that one is changed. It works without JavaScript. */
export function OwnPropertyForm({ groups, property }: Props) {
  const action = property === undefined ? createPropertyAction : changePropertyAction;
  const [state, save, busy] = useActionState<PropertyFormState, FormData>(action, { problems: {}, given: {} });
  const { problems } = state;
  const values: Fields = { ...asFields(property), ...state.given };
  return (
    <form action={save} className="group/kind flex max-w-2xl flex-col gap-4">
      {property === undefined ? null : <input type="hidden" name="id" value={property.ownId} />}
      <NamesAndPlace groups={groups} property={property} values={values} problems={problems} />
      <OptionsField type={property?.type} options={values.options} problem={problems.options} />
      <LimitFields type={property?.type} least={values.least} most={values.most} problems={problems} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {property === undefined ? "Create property" : "Save"}
        </Button>
        <LinkButton href="/settings/properties" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

type Fields = Record<"label" | "group" | "type" | "hint" | "options" | "least" | "most", string>;

function asFields(property: Property | undefined): Fields {
  const { label = "", group = "contact", type = "text", hint = "", options = [] } = property ?? {};
  const { least = "", most = "" } = property ?? {};
  return { label, group, type, hint, options: optionLines(options), least, most };
}

type NamesProps = {
  groups: readonly PropertyGroup[];
  property: Property | undefined;
  values: Fields;
  problems: PropertyProblems;
};

function NamesAndPlace({ groups, property, values, problems }: NamesProps) {
  return (
    <>
      <Field
        label="Name"
        name="label"
        required
        maxLength={100}
        defaultValue={values.label}
        error={problems.label}
        description="As it stands on the record, in imports and in the rules of lists."
      />
      <TypeField property={property} type={values.type} problem={problems.type} />
      <FieldSelect label="Group" name="group" defaultValue={values.group} key={values.group}>
        {groups.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </FieldSelect>
      <FieldArea
        label="Description"
        name="hint"
        rows={2}
        maxLength={300}
        defaultValue={values.hint}
        error={problems.hint}
        description="Shown by the hint beside its name. It may be left blank."
      />
    </>
  );
}

type TypeProps = { property: Property | undefined; type: string; problem: string | undefined };

function TypeField({ property, type, problem }: TypeProps) {
  if (property !== undefined)
    return <Field label="Type" readOnly value={typeLabel(property)} description="Fixed once the property is made." />;
  return (
    <FieldSelect
      label="Type"
      name="type"
      key={type}
      defaultValue={type}
      error={problem}
      description="Fixed once the property is made: values and lists stand on it."
    >
      {ownTypes.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </FieldSelect>
  );
}
