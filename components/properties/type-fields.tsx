import { Field, FieldArea } from "#components/ui/field.tsx";
import type { PropertyProblems } from "#lib/properties/property-form.ts";
import type { PropertyType } from "#lib/properties/registry.ts";

// Before the type is fixed all of these are in the form, and the style sheet shows those of the type that is chosen: so it
// works without JavaScript. Names are spelled out for Tailwind to find them.
const shown = {
  options:
    "hidden group-has-[option[value=choice]:checked]/kind:block group-has-[option[value=choices]:checked]/kind:block",
  least:
    "hidden min-w-0 flex-1 basis-48 group-has-[option[value=number]:checked]/kind:block group-has-[option[value^=date]:checked]/kind:block",
  most: "hidden min-w-0 flex-1 basis-48 group-has-[option[value=text]:checked]/kind:block group-has-[option[value=number]:checked]/kind:block group-has-[option[value^=date]:checked]/kind:block",
};

type OptionsProps = { type: PropertyType | undefined; options: string; problem: string | undefined };

export function OptionsField({ type, options, problem }: OptionsProps) {
  if (type !== undefined && type !== "choice" && type !== "choices") return null;
  return (
    <div className={type === undefined ? shown.options : undefined}>
      <FieldArea
        label="Options"
        name="options"
        rows={6}
        defaultValue={options}
        error={problem}
        description="One a line. To keep another word than the one that is shown, write “kept = shown”."
      />
    </div>
  );
}

type LimitProps = { type: PropertyType | undefined; least: string; most: string; problems: PropertyProblems };

export function LimitFields({ type, least, most, problems }: LimitProps) {
  const isLimited = type === undefined || type in limitHints;
  if (!isLimited) return null;
  const hint = limitHints[type ?? "any"] ?? "";
  return (
    <div className="flex flex-wrap gap-4">
      {type === "text" ? null : (
        <div className={type === undefined ? shown.least : "min-w-0 flex-1 basis-48"}>
          <Field label="At least" name="least" defaultValue={least} error={problems.least} description={hint} />
        </div>
      )}
      <div className={type === undefined ? shown.most : "min-w-0 flex-1 basis-48"}>
        <Field label="At most" name="most" defaultValue={most} error={problems.most} description={hint} />
      </div>
    </div>
  );
}

const limitHints: Readonly<Record<string, string>> = {
  any: "A number; a date as YYYY-MM-DD; of a text, how many characters. Blank: no limit.",
  text: "How many characters. Blank: no limit.",
  number: "A number. Blank: no limit.",
  date: "A date as YYYY-MM-DD. Blank: no limit.",
  "date-time": "A date as YYYY-MM-DD, in UTC. Blank: no limit.",
};
