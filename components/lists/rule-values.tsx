import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field as Input, FieldSelect } from "#components/ui/field.tsx";
import { inputsAt } from "#lib/lists/draft.ts";
import type { Field } from "#lib/lists/fields.ts";
import { type Clause, valuesWanted } from "#lib/lists/rule.ts";

type Props = { field: Field; clause: Clause; at: string };

/** The inputs for the values of a line: as many as its question takes, and one more where any of several will do. */
export function RuleValues({ field, clause, at }: Props) {
  const { most } = valuesWanted(clause.is);
  if (most === 0) return null;
  if (clause.is.endsWith("-days"))
    return <TypedValues {...{ clause, at }} most={1} inputMode="numeric" suffix="days" />;
  switch (field.type) {
    case "choice":
    case "choices":
    case "list":
    case "form":
      return <Options {...{ field, clause, at }} />;
    case "boolean":
      return <YesOrNo {...{ clause, at }} />;
    case "date":
    case "date-time":
      return <TypedValues {...{ clause, at, most }} type="date" />;
    case "number":
      return <TypedValues {...{ clause, at, most }} inputMode="decimal" />;
    case "text":
      return <TypedValues {...{ clause, at, most }} />;
  }
}

type Typed = Omit<Props, "field"> & {
  most: number;
  type?: "date";
  inputMode?: "decimal" | "numeric";
  suffix?: string;
};

function TypedValues({ clause, at, most, suffix, ...input }: Typed) {
  const shown =
    most > 2 ? [...clause.values, ""].slice(0, most) : Array.from({ length: most }, (_, n) => clause.values[n] ?? "");
  return (
    <span className="flex flex-wrap items-center gap-2">
      {shown.map((value, place) => (
        // Values may be alike; they never change place.
        // eslint-disable-next-line react/no-array-index-key
        <span key={place} className="flex items-center gap-2">
          {place === 0 ? null : <span className="text-sm text-ink-3">{clause.is === "between" ? "and" : "or"}</span>}
          <Input
            label={`Value ${place + 1} of line ${at}`}
            labelHidden
            name={inputsAt(at).value}
            defaultValue={value}
            className="w-40"
            {...input}
          />
        </span>
      ))}
      {suffix === undefined ? null : <span className="text-sm text-ink-2">{suffix}</span>}
    </span>
  );
}

function Options({ field, clause, at }: Props) {
  const { options = [] } = field;
  const chosen = new Set(clause.values.map((value) => value.toLowerCase()));
  // What was chosen and is no option any more is shown, so that it can be taken out.
  const gone = clause.values.filter(
    (value) => !options.some((each) => each.value.toLowerCase() === value.toLowerCase()),
  );
  if (options.length + gone.length === 0) return <span className="py-2 text-sm text-ink-3">There is none yet.</span>;
  return (
    <fieldset className="flex max-h-48 min-w-44 flex-col overflow-y-auto rounded-md border border-line px-3 py-1">
      <legend className="sr-only">{`Options of line ${at}`}</legend>
      {[...options, ...gone.map((value) => ({ value, label: `${value} (gone)` }))].map(({ value, label }) => (
        <Checkbox
          key={value}
          name={inputsAt(at).value}
          value={value}
          label={label}
          defaultChecked={chosen.has(value.toLowerCase())}
        />
      ))}
    </fieldset>
  );
}

function YesOrNo({ clause, at }: Omit<Props, "field">) {
  return (
    <FieldSelect
      label={`Value of line ${at}`}
      labelHidden
      name={inputsAt(at).value}
      defaultValue={clause.values[0] ?? "true"}
    >
      <option value="true">Yes</option>
      <option value="false">No</option>
    </FieldSelect>
  );
}
