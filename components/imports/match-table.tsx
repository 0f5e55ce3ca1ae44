import { FieldSelect } from "#components/ui/field.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { guessesOf, reasonOf } from "#lib/imports/guess.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";

type Shown = Pick<ImportView, "columns" | "samples" | "matches">;

type Props = { found: Shown; set: PropertySet };

/** Every column of the file, with where it goes and why. */
export function MatchTable({ found: { columns, samples, matches }, set }: Props) {
  const guesses = guessesOf(columns, samples, set);
  return (
    <Table label="Columns of the file">
      <Thead>
        <Th>Column</Th>
        <Th>Examples</Th>
        <Th>Goes to</Th>
        <Th>Why</Th>
      </Thead>
      <Tbody>
        {guesses.map((guess, at) => (
          <Tr key={columns[at]}>
            <Td on="title">
              <bdi>{columns[at]}</bdi>
            </Td>
            <Td label="Examples" flow="prose">
              <Examples values={samples[at] ?? []} />
            </Td>
            <Td className="py-1 max-sm:basis-full sm:min-w-52">
              <Target heading={columns[at] ?? ""} chosen={matches[at] ?? ""} set={set} />
            </Td>
            <Td className="text-ink-2">{reasonOf(guess, matches[at] ?? "", set)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Examples({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <span className="text-ink-3">Empty in the first rows</span>;
  return values.map((value, at) => (
    // Samples may be alike; they never change place.
    // eslint-disable-next-line react/no-array-index-key
    <span key={at}>
      {at === 0 ? "" : ", "}
      <bdi>{value}</bdi>
    </span>
  ));
}

function Target({ heading, chosen, set }: { heading: string; chosen: string; set: PropertySet }) {
  const groups = set.groups
    .map(({ name, label }) => ({ label, properties: set.writable.filter(({ group }) => group === name) }))
    .filter(({ properties }) => properties.length > 0);
  return (
    <FieldSelect label={`“${heading}” goes to`} labelHidden name="match" defaultValue={chosen}>
      <option value="">Leave out</option>
      {groups.map(({ label, properties }) => (
        <optgroup key={label} label={label}>
          {properties.map((property) => (
            <option key={property.name} value={property.name}>
              {property.label}
            </option>
          ))}
        </optgroup>
      ))}
    </FieldSelect>
  );
}
