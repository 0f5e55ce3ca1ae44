import type { ReactNode } from "react";
import { Radio } from "#components/ui/radio.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { type Difference, sideBySide } from "#lib/contacts/merged.ts";
import { winnerField } from "#lib/contacts/winner-field.ts";
import { dayIn } from "#lib/day.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { count, shortDay } from "#lib/words.ts";

/** When each property was changed last, by name (ms since 1970). */
type Changed = ReadonlyMap<string, number>;

export type Sides = {
  survivor: Contact;
  other: Contact;
  changed: { survivor: Changed; other: Changed };
  set: PropertySet;
  timeZone: string;
};

/** Every property in which the two differ: whose value stays, why, and the choice where both have one. */
export function MergeSides(sides: Sides) {
  const { survivor, other } = sides;
  const { differences, same } = sideBySide({ survivor: survivor.values, other: other.values });
  return (
    <>
      <Table label="The two side by side">
        <Thead>
          <Th>Property</Th>
          <Th>
            <bdi>{survivor.name || "This contact"}</bdi>, stays
          </Th>
          <Th>
            <bdi>{other.name || "The other contact"}</bdi>, goes
          </Th>
        </Thead>
        <Tbody>
          {differences.map((difference) => (
            <SideRow key={difference.name} difference={difference} sides={sides} />
          ))}
        </Tbody>
      </Table>
      {same === 0 ? null : (
        <p className="text-sm text-ink-3">In {count(same, "more property", "more properties")} they are the same.</p>
      )}
    </>
  );
}

function SideRow({ difference, sides }: { difference: Difference; sides: Sides }) {
  const { name, own, theirs, has } = difference;
  const { set, changed } = sides;
  const label = labelIn(set, name);
  const mayChoose = has === "both" && set.named(name)?.owned !== true;
  const [at, theirsAt] = [changed.survivor.get(name) ?? 0, changed.other.get(name) ?? 0];
  const cell = { ...sides, name, label, mayChoose };
  return (
    <Tr>
      <Td on="title" className="py-1 align-top">
        {label}
      </Td>
      <Td flow="prose" className="py-1 align-top max-sm:basis-full">
        <Side {...cell} from="survivor" value={own} at={at} newer={at > theirsAt}>
          {has === "other" ? "" : whyOwn(name, mayChoose)}
        </Side>
      </Td>
      <Td flow="prose" className="py-1 align-top max-sm:basis-full">
        <Side {...cell} from="other" value={theirs} at={theirsAt} newer={theirsAt > at}>
          {has === "other" ? "Is filled in: this contact has none." : ""}
        </Side>
      </Td>
    </Tr>
  );
}

function whyOwn(name: string, mayChoose: boolean): string {
  if (name === "conversion_events") return "The forms of both are counted together.";
  return mayChoose ? "Stays, unless you choose the other." : "Stays: this contact has it.";
}

type Cell = Pick<Sides, "set" | "timeZone"> & {
  name: string;
  label: string;
  mayChoose: boolean;
  from: "survivor" | "other";
  value: string;
  at: number;
  newer: boolean;
  children: ReactNode;
};

function Side({ set, timeZone, name, label, mayChoose, from, value, at, newer, children }: Cell) {
  const shown = value === "" ? <span className="text-ink-3">Blank</span> : null;
  const words = shown ?? <bdi>{shownValue(set.named(name), value, timeZone)}</bdi>;
  const since = at === 0 ? "" : `Changed ${shortDay(dayIn(timeZone, at))}${newer ? ", newer" : ""}.`;
  return (
    <>
      {mayChoose ? (
        <Radio
          name={`${winnerField}${name}`}
          value={from}
          defaultChecked={from === "survivor"}
          label={
            <>
              <span className="sr-only">{label}: </span>
              {words}
            </>
          }
        />
      ) : (
        words
      )}
      <span className="block text-sm text-ink-3">
        {children} {value === "" ? "" : since}
      </span>
    </>
  );
}
