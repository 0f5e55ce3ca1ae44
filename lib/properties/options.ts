import type { Option, Property } from "#lib/properties/registry.ts";
import { chosenIn } from "#lib/properties/value.ts";

const yesOrNo: readonly Option[] = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

type Chooses = Pick<Property, "type" | "options">;

/** What may be chosen: the options, and after them what the contact has that is none of them any more. */
export function optionsWith(property: Chooses, value: string): Option[] {
  const options = optionsOf(property);
  const had = chosenOf(property, value).filter((each) => !options.some((option) => option.value === each));
  return [...options, ...had.map((each) => ({ value: each, label: each }))];
}

/** The values that are chosen; none of a property that nothing is chosen for. */
export function chosenOf({ type }: Pick<Property, "type">, value: string): string[] {
  switch (type) {
    case "choices":
      return chosenIn(value);
    case "choice":
    case "boolean":
      return value === "" ? [] : [value];
    default:
      return [];
  }
}

/** The label of an option; of one that is none any more, the value itself. */
export function optionLabel(property: Chooses, value: string): string {
  return optionsOf(property).find((option) => option.value === value)?.label ?? value;
}

function optionsOf({ type, options = [] }: Chooses): readonly Option[] {
  return type === "boolean" ? yesOrNo : options;
}
