import type { Field } from "#lib/lists/fields.ts";

/** What may be asked, by group, as options of a `<select>`. */
export function PropertyOptions({ fields }: { fields: readonly Field[] }) {
  return [...Map.groupBy(fields, ({ group }) => group)].map(([group, ofGroup]) => (
    <optgroup key={group} label={group}>
      {ofGroup.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </optgroup>
  ));
}
