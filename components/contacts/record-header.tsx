import { Photo } from "#components/contacts/photo.tsx";
import { RecordActions } from "#components/contacts/record-actions.tsx";
import { Touches, type Touched } from "#components/contacts/touches.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { ContactSettings } from "#lib/contacts/settings.ts";

type Props = {
  contact: Contact;
  /** The mark of its photo; null where there is none. */
  photo: string | null;
  settings: ContactSettings;
  touched: Touched;
  now: number;
  timeZone: string;
};

/** Name, company, what can be done, and the seed's three touches over the record (page 1c). */
export function RecordHeader({ contact, photo, settings, touched, now, timeZone }: Props) {
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/contacts">Return to All Contacts</BackLink>
      <div className="flex items-center gap-3">
        <Photo contactId={contact.id} name={contact.name} mark={photo} />
        <div className="min-w-0">
          <h1 className="text-2xl break-words">
            <bdi>{contact.name || "No name"}</bdi>
          </h1>
          <p className="break-words text-ink-2">
            <bdi>{contact.company || "No company"}</bdi>
          </p>
          {contact.noMail === null ? null : <p className="text-sm text-expiring">{noMailInWords[contact.noMail]}</p>}
        </div>
      </div>
      <RecordActions contact={contact} settings={settings} />
      <Touches {...{ contact, touched, now, timeZone }} />
    </header>
  );
}

const noMailInWords = {
  "opted-out": "Opted out of e-mail",
  bounced: "E-mail bounced",
  both: "Opted out of e-mail, e-mail bounced",
};
