import { NameAndMark } from "#components/contacts/contact-cells.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { likenessInWords } from "#lib/contacts/duplicates.ts";
import type { Group } from "#lib/contacts/queries/duplicates.ts";
import type { Day } from "#lib/day.ts";
import { tellApartAction } from "#lib/registration/actions/duplicates.ts";
import { count } from "#lib/words.ts";

/** `place` is the number of the group on its page. */
type Props = { group: Group; place: number; today: Day; after: number };

/** Contacts that may be one. The first is offered to stay; the others are merged into it one by one. */
export function DuplicateGroup({ group, place, today, after }: Props) {
  const { id, kind, contacts, more } = group;
  const [first, ...others] = contacts;
  return (
    <Card
      title={likenessInWords[kind]}
      actions={
        <form action={tellApartAction}>
          <input type="hidden" name="group" value={id} />
          <input type="hidden" name="after" value={after} />
          <Button type="submit" size="small">
            Not duplicates<span className="sr-only">: {contacts.map(({ name }) => name).join(", ")}</span>
          </Button>
        </form>
      }
    >
      <Table label={`Group ${place}: contacts like ${first?.name ?? ""}`}>
        <Thead>
          <Th>Name</Th>
          <Th>Registration</Th>
          <Th>Email</Th>
          <Th>Company</Th>
          <Th>Merge</Th>
        </Thead>
        <Tbody>
          {contacts.map((contact) => (
            <AlikeLine
              key={contact.id}
              contact={contact}
              today={today}
              first={first?.id ?? 0}
              alone={others.length === 1}
            />
          ))}
        </Tbody>
      </Table>
      {more === 0 ? null : <p className="pt-3 text-sm text-ink-3">And {count(more, "more contact")}.</p>}
    </Card>
  );
}

type LineProps = { contact: Group["contacts"][number]; today: Day; first: number; alone: boolean };

function AlikeLine({ contact, today, first, alone }: LineProps) {
  const { id, name, email, company } = contact;
  return (
    <Tr>
      <NameAndMark contact={contact} today={today} />
      <Td>
        <bdi>{email}</bdi>
      </Td>
      <Td flow="prose">
        <bdi>{company}</bdi>
      </Td>
      <Td>
        {id === first ? (
          <span className="text-ink-3">{alone ? "Stays" : "Stays; merge one by one"}</span>
        ) : (
          <LinkButton href={`/contacts/${first}/merge?with=${id}`} size="small" prefetch={false}>
            Merge<span className="sr-only"> {name || email}</span>
          </LinkButton>
        )}
      </Td>
    </Tr>
  );
}
