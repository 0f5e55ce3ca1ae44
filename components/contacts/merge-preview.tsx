import { Button, LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { mergedContact } from "#lib/contacts/merged.ts";
import { propertyNamed } from "#lib/properties/registry.ts";
import { mergeContactsAction } from "#lib/registration/actions/contacts.ts";
import { longDay } from "#lib/words.ts";

type Props = { survivor: Contact; other: Contact };

/** What would stay, what would come over and what would be given up, before anything is done (event E22). */
export function MergePreview({ survivor, other }: Props) {
  const whole = mergedContact(survivor, other);
  const names = [...new Set([...Object.keys(survivor.values), ...Object.keys(other.values)])];
  return (
    <>
      <Notice tone="warning" title={`${other.name || "The other contact"} will be gone`}>
        {consequence({ survivor, other, whole })}
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
              <Td on="title">{propertyNamed(name)?.label ?? name}</Td>
              <Td flow="prose" label="After the merge">
                <bdi>{whole.values[name]}</bdi>
              </Td>
              <Td flow="prose" label="Given up">
                <bdi>{givenUp(name, { whole, other })}</bdi>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <form action={mergeContactsAction} className="flex flex-wrap gap-2">
        <input type="hidden" name="survivorId" value={survivor.id} />
        <input type="hidden" name="otherId" value={other.id} />
        <Button type="submit" variant="danger">
          Merge the two contacts
        </Button>
        <LinkButton href={`/contacts/${survivor.id}`}>Keep both</LinkButton>
      </form>
    </>
  );
}

function givenUp(name: string, { whole, other }: { whole: Contact; other: Contact }): string {
  const value = other.values[name] ?? "";
  return value === whole.values[name] ? "" : value;
}

function consequence({ survivor, other, whole }: Props & { whole: Contact }): string {
  const registered =
    whole.registrationId === null
      ? ""
      : ` It is part of ${whole.domainKey}, registered until ${longDay(whole.expires)}.`;
  const open = [survivor, other].filter(({ openRequest }) => openRequest !== null);
  const elsewhere = open.some(({ domainKey }) => domainKey !== whole.domainKey)
    ? " A request for another domain is withdrawn."
    : "";
  const earliest = open.length > 1 ? " Of the two open requests the earlier receipt goes on." : "";
  return `The contact that stays keeps what it has and takes what it lacks; conversions are counted together.${registered}${earliest}${elsewhere}`;
}
