import { memo } from "react";
import type { Field } from "#lib/lists/fields.ts";

/** What may be asked, by group, as options of a `<select>`: many, and not to be drawn anew with every press in the form. */
export const PropertyOptions = memo(function PropertyOptions({ fields }: { fields: readonly Field[] }) {
  return [...Map.groupBy(fields, ({ group }) => group)].map(([group, ofGroup]) => (
    <optgroup key={group} label={group}>
      {ofGroup.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </optgroup>
  ));
});
