import Link from "next/link";
import { Mark } from "#components/registration/mark.tsx";
import { Td } from "#components/ui/table.tsx";
import { type ColumnWidth, standing } from "#lib/contacts/columns.ts";
import type { ContactRow } from "#lib/contacts/queries/contacts-page.ts";
import { standingMark } from "#lib/contacts/standing.ts";
import type { Day } from "#lib/day.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";
import { longDay, shortDay } from "#lib/words.ts";

type Contact = Pick<ContactRow, "id" | "name" | "status" | "openKind" | "expires" | "shortfalls" | "lapsedOn">;

/** How the row of a contact begins: with its name, and with how it stands. */
export function NameAndMark({ contact, today }: { contact: Contact; today: Day }) {
  return (
    <>
      <Td on="title">
        <ContactLink id={contact.id} name={contact.name} />
      </Td>
      <MarkCell contact={contact} today={today} />
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

function MarkCell({ contact, today, className }: { contact: Contact; today: Day; className?: string | undefined }) {
  return (
    <Td on="aside" className={className}>
      <Mark {...standingMark(contact, today)} />
    </Td>
  );
}

const usual: Readonly<Record<string, string>> = {
  name: "column-middle",
  [standing]: "column-middle",
  lifecyclestage: "column-middle",
  created_on: "column-short",
  registration_expiration_date: "column-short",
  email: "column-long",
};

/** How wide a column of the long table is: as somebody chose, else as what it usually holds. */
export function columnLook({ name, width }: { name: string; width: ColumnWidth }): string | undefined {
  return width === "normal" ? usual[name] : `column-${width}`;
}

type Props = { name: string; width: ColumnWidth; contact: ContactRow; today: Day };

/** What a column shows of a contact; on a phone the e-mail alone stays beside the name and the mark. */
export function ContactCell({ name, width, contact, today }: Props) {
  const look = { className: columnLook({ name, width }) };
  switch (name) {
    case standing:
      return <MarkCell contact={contact} today={today} {...look} />;
    case "created_on":
      return (
        <Td on="nowhere" {...look}>
          {shortDay(contact.createdOn)}
        </Td>
      );
    case "lifecyclestage":
      return (
        <Td on="nowhere" {...look}>
          {lifecycleStageLabel(contact.lifecycleStage)}
        </Td>
      );
    case "registration_expiration_date":
      return (
        <Td on="nowhere" {...look}>
          {contact.expires === "" ? "" : longDay(contact.expires)}
        </Td>
      );
    case "email":
      return (
        <Td {...look}>
          <bdi>{contact.email}</bdi>
        </Td>
      );
    default:
      return (
        <Td on="nowhere" {...look}>
          <bdi>{name === "company" ? contact.company : (contact.cells?.[name] ?? "")}</bdi>
        </Td>
      );
  }
}
