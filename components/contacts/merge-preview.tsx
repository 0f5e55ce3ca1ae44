import { MergeForm } from "#components/contacts/merge-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { givenUpByMerging, mergedContact } from "#lib/contacts/merged.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { longDay } from "#lib/words.ts";

type Props = { survivor: Contact; other: Contact; set: PropertySet; timeZone: string };

/** What would stay, what would come over and what would be given up, before anything is done (event E22). */
export function MergePreview({ survivor, other, set, timeZone }: Props) {
  const whole = mergedContact(survivor, other);
  const cost = costInWords({ survivor, other, whole });
  const names = [...new Set([...Object.keys(survivor.values), ...Object.keys(other.values)])];
  const inWords = (name: string, value: string) => shownValue(set.named(name), value, timeZone);
  return (
    <>
      <Notice tone="warning" title={`${other.name || "The other contact"} will be gone`}>
        The contact that stays keeps what it has and takes what it lacks; conversions are counted together.
        {registered(whole)} {cost}
      </Notice>
      <Table label="What becomes of the values">
        <Thead>
          <Th>Property</Th>
          <Th>After the merge</Th>
          <Th>Given up</Th>
        </Thead>
        <Tbody>
          {names.map((name) => (
            <Tr key={name}>
              <Td on="title">{labelIn(set, name)}</Td>
              <Td flow="prose" label="After the merge">
                <bdi>{inWords(name, whole.values[name] ?? "")}</bdi>
              </Td>
              <Td flow="prose" label="Given up">
                <bdi>{inWords(name, givenUp(name, { whole, other }))}</bdi>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <MergeForm survivorId={survivor.id} otherId={other.id} cost={cost} />
    </>
  );
}

function givenUp(name: string, { whole, other }: { whole: Contact; other: Contact }): string {
  const value = other.values[name] ?? "";
  return value === whole.values[name] ? "" : value;
}

function registered({ registrationId, domainKey, expires }: Contact): string {
  return registrationId === null ? "" : ` It is part of ${domainKey}, registered until ${longDay(expires)}.`;
}

/** '' where neither a registration nor a request is given up. */
function costInWords(merge: Omit<Props, "set" | "timeZone"> & { whole: Contact }): string {
  const { leaves, withdraws } = givenUpByMerging(merge);
  const left = leaves.map(
    ({ domainKey, expires }) =>
      `${domainKey} stays registered to your portal until ${longDay(expires)}, but the contact that stays is no part of it.`,
  );
  const ended = withdraws.map(({ domainKey }) =>
    domainKey === merge.whole.domainKey
      ? "Of the two open requests the earlier receipt goes on, and the later one is withdrawn."
      : `The open request for ${domainKey || "a website that cannot be read"} is withdrawn.`,
  );
  return [...left, ...ended].join(" ");
}
