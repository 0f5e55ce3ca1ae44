import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field as Input, FieldSelect } from "#components/ui/field.tsx";
import type { Field } from "#lib/lists/fields.ts";

type Props = { field: Field; values: readonly string[] };

/** The values that any question about the property may want; the style sheet hides those that the chosen one does not. */
export function FilterValues({ field, values }: Props) {
  switch (field.type) {
    case "choice":
    case "choices":
    case "list":
    case "form":
      return <Options field={field} values={values} />;
    case "boolean":
      return (
        <FieldSelect label="Value" name="value" defaultValue={values[0] ?? "true"} className="asks-value">
          <option value="true">Yes</option>
          <option value="false">No</option>
        </FieldSelect>
      );
    case "date":
    case "date-time":
      return (
        <>
          <Input label="Day" type="date" name="value" defaultValue={values[0]} className="asks-value asks-day" />
          <Input label="and" type="date" name="value" defaultValue={values[1]} className="asks-second" />
          <Input
            label="Days"
            inputMode="numeric"
            name="days"
            defaultValue={daysIn(values)}
            className="asks-days w-24"
          />
        </>
      );
    case "number":
      return (
        <>
          <Input label="Number" inputMode="decimal" name="value" defaultValue={values[0]} className="asks-value" />
          <Input label="and" inputMode="decimal" name="value" defaultValue={values[1]} className="asks-second" />
        </>
      );
    case "text":
      return (
        <>
          <Input label="Text" name="value" defaultValue={values[0]} className="asks-value" />
          <Input label="or" name="value" defaultValue={values[1]} className="asks-value" />
        </>
      );
  }
}

function daysIn([first = ""]: readonly string[]): string {
  return /^\d{1,4}$/.test(first) ? first : "";
}

function Options({ field: { label, options }, values }: Props) {
  if (options === undefined || options.length === 0)
    return <p className="asks-value py-2 text-sm text-ink-3">There is none yet.</p>;
  return (
    <fieldset className="asks-value flex max-h-48 min-w-44 flex-col overflow-y-auto rounded-md border border-control px-3 py-1">
      <legend className="sr-only">Options of {label}</legend>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          name="value"
          value={option.value}
          label={option.label}
          defaultChecked={values.includes(option.value)}
        />
      ))}
    </fieldset>
  );
}
