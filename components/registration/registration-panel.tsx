import type { ReactNode } from "react";
import { LookAgain } from "#components/registration/look-again.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { Hint } from "#components/ui/hint.tsx";
import { SaveOrDiscard } from "#components/ui/save-or-discard.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import { daysLeft, lastStanding } from "#lib/contacts/standing.ts";
import { day, type Day, daysBetween } from "#lib/day.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import { saveRegistrationAction } from "#lib/registration/actions/registration.ts";
import type { OpenRequest } from "#lib/registration/queries.ts";
import { shortfallInWords } from "#lib/registration/rule-words.ts";
import type { Finding } from "#lib/registration/rules.ts";
import { countUpTo, longDay } from "#lib/words.ts";

type Props = {
  contact: Contact;
  open: OpenRequest | null;
  lacking: readonly Finding[];
  today: Day;
  saved: ReactNode;
};

/** Partner Registration Information, as on the seed's pages 2, 3a and 3b; it needs no JavaScript. */
export function RegistrationPanel({ contact, open, lacking, today, saved }: Props) {
  return (
    <Card title="Partner Registration Information">
      <div className="flex flex-col gap-4">
        {saved}
        <ActionForm contact={contact} />
        <dl className="flex flex-col gap-3">
          <Line property="registration_expiration_date">
            {contact.expires === "" ? null : <Expiration expires={contact.expires} today={today} />}
          </Line>
          <Line property="registration_status">
            <Status contact={contact} today={today} />
          </Line>
          <Line property="registration_message">{contact.message || null}</Line>
        </dl>
        {open === null ? null : <Waiting contact={contact} open={open} />}
        {lacking.length === 0 ? null : (
          <p className="rounded-md bg-expiring-bg px-3 py-2 text-sm text-expiring">
            Stays registered, but would not re-register: {lacking.map(shortfallInWords).join(", ")}.
          </p>
        )}
      </div>
    </Card>
  );
}

function ActionForm({ contact }: { contact: Contact }) {
  const asked = contact.openKind === "manual";
  return (
    <form action={saveRegistrationAction} className="flex flex-col gap-3">
      <input type="hidden" name="contactId" value={contact.id} />
      <div className="flex items-end gap-1">
        <FieldSelect
          // Begins anew when a person's request comes or goes, not when one that came by itself is answered: someone may be choosing.
          key={String(asked)}
          label="Registration Action"
          name="action"
          defaultValue={asked ? "REQUEST_REGISTRATION" : ""}
          className="min-w-0 flex-1"
        >
          <option value="">None</option>
          <option value="REQUEST_REGISTRATION">Request Registration</option>
        </FieldSelect>
        <About property="registration_action" />
      </div>
      <SaveOrDiscard />
    </form>
  );
}

function Line({ property, children }: { property: string; children: ReactNode }) {
  return (
    <div>
      <dt className="flex items-center gap-1 text-sm font-semibold text-ink-2">
        {standardProperty(property)?.label}
        <About property={property} />
      </dt>
      <dd className="min-h-6 break-words">{children ?? <span className="text-ink-3">Blank</span>}</dd>
    </div>
  );
}

function About({ property }: { property: string }) {
  const known = standardProperty(property);
  return known === undefined ? null : <Hint about={known.label}>{known.hint}</Hint>;
}

function Expiration({ expires, today }: { expires: string; today: Day }) {
  return (
    <>
      {longDay(expires)} <span className="text-sm text-ink-3">ends {daysLeft(daysBetween(today, day(expires)))}</span>
    </>
  );
}

/** While a manual request is open the seed shows "Request Registration", with the last sync status under it (D1). */
function Status({ contact, today }: { contact: Contact; today: Day }) {
  if (contact.openKind === null) return <Mark {...lastStanding(contact, today)} spelled />;
  const words = contact.openKind === "manual" ? "Request Registration" : "Waiting by itself";
  return (
    <span className="flex flex-col items-start gap-1">
      <Mark kind="pending" detail={words} />
      <span className="text-sm text-ink-3">
        Last sync: <Mark {...lastStanding(contact, today)} spelled />
      </span>
    </span>
  );
}

function Waiting({ contact, open }: { contact: Contact; open: OpenRequest }) {
  const place = open.ahead.count === 0 ? "Next in line" : `${countUpTo(open.ahead, "request")} before it`;
  return (
    <output className="block rounded-md bg-pending-bg px-3 py-2 text-sm text-pending">
      Receipt {open.receipt}. {place}
      {contact.domainKey === "" ? "." : ` at ${contact.domainKey}.`}
      <LookAgain contactId={contact.id} receipt={open.receipt} />
    </output>
  );
}
