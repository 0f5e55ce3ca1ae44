import { PropertyInput } from "#components/contacts/property-input.tsx";
import type { Problems } from "#lib/forms/entry.ts";
import type { AskedField } from "#lib/forms/form.ts";
import { purposeOf } from "#lib/forms/shown.ts";

type Props = {
  fields: readonly AskedField[];
  given: Readonly<Record<string, string>>;
  problems: Problems;
};

/** The fields as a visitor sees them, each mistake beside its own. */
export function FormFields({ fields, given, problems }: Props) {
  return (
    <>
      {fields.map(({ property, label, required }) => (
        <PropertyInput
          key={property.name}
          property={{ ...property, label: required ? `${label} (needed)` : label }}
          value={given[property.name] ?? ""}
          problem={sentence(problems[property.name])}
          autoComplete={purposeOf(property.name)}
        />
      ))}
    </>
  );
}

function sentence(problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${problem}.`;
}
