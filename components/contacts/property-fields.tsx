import Link from "next/link";
import { PropertyInput } from "#components/contacts/property-input.tsx";
import { Star, type Stars } from "#components/properties/star.tsx";
import { classes } from "#components/ui/classes.ts";
import { Hint } from "#components/ui/hint.tsx";
import type { Edit } from "#lib/contacts/edit.ts";
import { recordAddress } from "#lib/contacts/record-address.ts";
import type { Property } from "#lib/properties/registry.ts";

/** What stands beside the properties of a contact that is there already. */
type Beside = { contactId: number; stars: Stars };

type Props = {
  properties: readonly Property[];
  values: Edit;
  problems: Readonly<Record<string, string>>;
  beside?: Beside;
};

// In the line of the label, at its end: beside the field they would leave too little of it.
const field =
  "relative min-w-0 [&_:is(legend,label:not(.box))]:flex [&_:is(legend,label:not(.box))]:min-h-(--target) [&_:is(legend,label:not(.box))]:items-center [&_:is(legend,label:not(.box))]:pr-[calc(2*var(--target))]";

// A date with its time, and a row of boxes, would be cut off in half the width.
const wide = new Set<Property["type"]>(["date-time", "choices"]);

/** Each property with its ⓘ, and its ★ on a record, as on the seed's page 2. */
export function PropertyFields({ properties, values, problems, beside }: Props) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {properties.map((property) => (
        <div key={property.name} className={classes(field, wide.has(property.type) && "sm:col-span-2")}>
          <PropertyInput property={property} value={values[property.name] ?? ""} problem={problems[property.name]} />
          <span className="absolute top-0 right-0 flex">
            {beside === undefined || property.archived ? null : <Star property={property} stars={beside.stars} />}
            <About property={property} beside={beside} />
          </span>
        </div>
      ))}
    </div>
  );
}

function About({ property, beside }: { property: Property; beside: Beside | undefined }) {
  const { name, label, hint } = property;
  if (hint === "" && beside === undefined) return null;
  return (
    <Hint about={label}>
      {hint}{" "}
      {beside === undefined ? null : (
        <Link
          href={recordAddress(beside.contactId, { view: "history", group: "", search: "", property: name })}
          prefetch={false}
          className="text-link underline"
        >
          History of {label}
        </Link>
      )}
    </Hint>
  );
}
