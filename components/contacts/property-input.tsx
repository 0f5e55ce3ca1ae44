import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { fieldLook } from "#components/ui/field-look.ts";
import { FieldProblem } from "#components/ui/field-problem.tsx";
import { chosenOf, optionsWith } from "#lib/properties/options.ts";
import type { Property, PropertyType } from "#lib/properties/registry.ts";

type Props = {
  property: Property;
  value: string;
  problem: string | undefined;
  /** What the browser may fill in, of somebody who writes about themselves. */
  autoComplete?: string | undefined;
};

/** The right field for a property; what nobody may write is shown, and not sent. */
export function PropertyInput({ property, value, problem, autoComplete }: Props) {
  const { name, label, type, owned, archived } = property;
  const around = { id: name, name, label, error: problem };
  if (owned || archived) {
    const why = owned ? "Written by Dibs." : "Archived: kept as it is.";
    return <Field {...around} name="" readOnly value={value} description={why} />;
  }
  if (type === "choices") return <Boxes property={property} value={value} problem={problem} />;
  const filled = autoComplete === undefined ? {} : { autoComplete };
  if (type !== "choice" && type !== "boolean")
    return <Field {...around} {...inputs[type]} {...filled} defaultValue={value} />;
  return (
    // Anew with another value: React resets a select to the option that it showed first.
    <FieldSelect {...around} key={value} defaultValue={value}>
      <option value="">None</option>
      {optionsWith(property, value).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </FieldSelect>
  );
}

const inputs: Partial<Record<PropertyType, { type?: string; inputMode?: "email" | "url" | "decimal" }>> = {
  email: { inputMode: "email" },
  phone: { type: "tel" },
  url: { inputMode: "url" },
  number: { inputMode: "decimal" },
  date: { type: "date" },
  "date-time": { type: "datetime-local" },
};

function Boxes({ property, value, problem }: Props) {
  const { name, label } = property;
  const chosen = chosenOf(property, value);
  return (
    <fieldset
      id={name}
      key={value}
      className={fieldLook.frame}
      {...(problem !== undefined && { "aria-describedby": `${name}-error` })}
    >
      <legend className={fieldLook.label}>{label}</legend>
      {/* A box that is not ticked sends nothing: this says that the property was asked for. */}
      <input type="hidden" name={name} value="" />
      <div className="flex flex-wrap gap-x-4">
        {optionsWith(property, value).map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            label={option.label}
          />
        ))}
      </div>
      {problem === undefined ? null : <FieldProblem id={`${name}-error`}>{problem}</FieldProblem>}
    </fieldset>
  );
}
