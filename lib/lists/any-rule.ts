import fc from "fast-check";
import type { Field } from "#lib/lists/fields.ts";
import { type Clause, type Group, operatorsOf, type Part, type Rule, valuesWanted } from "#lib/lists/rule.ts";

// Random contacts and rules of lists for property tests. Few values, so that rules hold of some contacts and not of others.

const words = [
  "",
  "Acme",
  "ACME",
  "acme ltd",
  "Ünal",
  "ÜNAL",
  "50%",
  "a_b",
  "a!b",
  "Σίγμας",
  "İ",
  "漢字",
  "; ,",
  "x".repeat(250),
];
const numbers = ["", "0", "-1", "7", "7.5", "-12.25", "100", "0.000001", "999999999999999"];
const days = ["", "2024-02-28", "2024-02-29", "2024-03-01", "2025-12-31"];
const times = ["", "2024-02-28T23:30Z", "2024-02-29T00:30Z", "2025-12-31T12:00Z"];
export const optionsToChoose = ["Red", "green", "Blue sea"].map((value) => ({ value, label: value }));

/** A value that a contact may have in this field; '' is blank. */
export function anyValue({ type, options }: Pick<Field, "type" | "options">): fc.Arbitrary<string> {
  switch (type) {
    case "number":
      return fc.constantFrom(...numbers);
    case "date":
      return fc.constantFrom(...days);
    case "date-time":
      return fc.constantFrom(...times);
    case "boolean":
      return fc.constantFrom("", "true", "false");
    case "choice":
      return fc.constantFrom("", ...valuesOf(options));
    case "choices":
      return fc.subarray(valuesOf(options)).map((chosen) => chosen.join(";"));
    default:
      return fc.constantFrom(...words);
  }
}

/** A rule over these fields, as somebody could send it. */
export function anyRule(fields: readonly Field[]): fc.Arbitrary<Rule> {
  const clause = fc.constantFrom(...fields).chain((field) => anyClause(field));
  const group = (depth: number): fc.Arbitrary<Group> =>
    fc.record({
      join: fc.constantFrom<"all" | "any">("all", "any"),
      parts: fc.array<Part>(depth === 0 ? clause : fc.oneof({ weight: 3, arbitrary: clause }, group(depth - 1)), {
        minLength: 1,
        maxLength: 3,
      }),
    });
  return group(2);
}

function anyClause(field: Field): fc.Arbitrary<Clause> {
  return fc.constantFrom(...operatorsOf[field.type]).chain((is) => {
    const { least, most } = valuesWanted(is);
    const values = fc.array(anyOperand(field, is), { minLength: least, maxLength: Math.min(most, 3) });
    return values.map((typed) => ({ field: field.name, is, values: typed }));
  });
}

function anyOperand(field: Field, is: Clause["is"]): fc.Arbitrary<string> {
  if (is.endsWith("-days")) return fc.nat({ max: 800 }).map(String);
  switch (field.type) {
    case "number":
      return fc.constantFrom(...numbers.filter(Boolean));
    case "date":
    case "date-time":
      return fc.constantFrom(...days.filter(Boolean));
    case "choice":
    case "choices":
    case "list":
      return fc.constantFrom(...valuesOf(field.options));
    case "boolean":
      return fc.constantFrom("true", "false");
    case "form":
      return fc.constantFrom("Contact us", "Webinar");
    case "text":
      return fc.constantFrom(...words.filter((word) => word.trim() !== ""), "cm", "%", "_", "ü", "σ");
  }
}

function valuesOf(options: Field["options"] = []): string[] {
  return options.map(({ value }) => value);
}
