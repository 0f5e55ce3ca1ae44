import Link from "next/link";
import { Mark } from "#components/registration/mark.tsx";
import { Td } from "#components/ui/table.tsx";
import type { ContactRow } from "#lib/contacts/queries/contacts-page.ts";
import { standingMark } from "#lib/contacts/standing.ts";
import type { Day } from "#lib/day.ts";

type Contact = Pick<ContactRow, "id" | "name" | "status" | "openKind" | "expires" | "shortfalls" | "lapsedOn">;

/** How the row of a contact begins: with its name, and with how it stands. */
export function NameAndMark({ contact, today }: { contact: Contact; today: Day }) {
  return (
    <>
      <Td on="title">
        <ContactLink id={contact.id} name={contact.name} />
      </Td>
      <Td on="aside">
        <Mark {...standingMark(contact, today)} />
      </Td>
    </>
  );
}

/** `name` is null for a contact that is gone. */
export function ContactLink({ id, name }: { id: number; name: string | null }) {
  if (name === null) return <span className="text-ink-3">Contact {id}, no longer there</span>;
  return (
    <Link href={`/contacts/${id}`} prefetch={false} className="name">
      <bdi>{name || "No name"}</bdi>
    </Link>
  );
}
