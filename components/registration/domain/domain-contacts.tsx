import { NameAndMark } from "#components/contacts/contact-cells.tsx";
import { Card } from "#components/ui/card.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Day } from "#lib/day.ts";
import type { DomainOfPortal } from "#lib/registration/queries/domain-of-portal.ts";

/** The portal's own contacts of the domain, the newest first. */
export function DomainContacts({ own: { contacts, more }, today }: { own: DomainOfPortal; today: Day }) {
  return (
    <Card title="Your contacts of this domain">
      {contacts.length === 0 ? (
        <p className="text-ink-3">None yet. A contact belongs here by its website.</p>
      ) : (
        <Table label="Your contacts of this domain">
          <Thead>
            <Th>Name</Th>
            <Th>Registration</Th>
            <Th>Email</Th>
          </Thead>
          <Tbody>
            {contacts.map((contact) => (
              <Tr key={contact.id}>
                <NameAndMark contact={contact} today={today} />
                <Td>
                  <bdi>{contact.email}</bdi>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {more && <p className="mt-2 text-sm text-ink-3">The newest hundred. Search Contacts for the others.</p>}
    </Card>
  );
}
