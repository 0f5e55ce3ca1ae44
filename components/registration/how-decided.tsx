import Link from "next/link";
import type { ReactNode } from "react";
import { DomainExplainer } from "#components/registration/domain-explainer.tsx";
import { AvailabilityLine } from "#components/registration/availability-line.tsx";
import { FindingsList } from "#components/registration/findings-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { mendWebsiteAction } from "#lib/contacts/actions.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import type { LookedUp } from "#lib/registration/preflight.ts";
import type { Explanation } from "#lib/registration/queries.ts";
import { mendedIn, outcomeInWords } from "#lib/registration/rule-words.ts";
import type { Finding } from "#lib/registration/rules.ts";
import { warningInWords } from "#lib/sales/domain-words.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = {
  contact: Contact;
  explanation: Explanation;
  /** How the domain stands, where nothing was decided yet and every rule passes; null where it is not to be told. */
  looked: LookedUp | null;
  vendor: string;
  timeZone: string;
};

/** The answer to "why?": every rule with what it saw, the domain as it was read, and the receipt. */
export function HowDecided({ contact, explanation, looked, vendor, timeZone }: Props) {
  const { findings, outcome, key } = explanation;
  return (
    <Card title="How this was decided">
      <div className="flex flex-col gap-4">
        <p>{outcomeInWords(outcome, vendor)}</p>
        <FindingsList
          findings={findings}
          vendor={vendor}
          mends={Object.fromEntries(findings.map((each) => [each.rule, mendOf(contact.id, each)]))}
        />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          <Fact label="Domain">{key === "" ? "Could not be read" : key}</Fact>
          <Evidence explanation={explanation} timeZone={timeZone} />
        </dl>
        {looked === null ? null : <AvailabilityLine looked={looked} vendor={vendor} />}
        <WebsiteNotes contact={contact} />
        {contact.values["website"] ? <DomainExplainer website={contact.values["website"]} /> : null}
      </div>
    </Card>
  );
}

function mendOf(contactId: number, finding: Finding): ReactNode {
  const property = standardProperty(mendedIn(finding) ?? "");
  if (property === undefined) return null;
  return (
    <Link
      href={`/contacts/${contactId}?view=properties&group=${property.group}#${property.name}`}
      className="text-link underline"
    >
      Mend {property.label}
    </Link>
  );
}

/** What was understood beyond the plain domain; or, where it cannot be read, what is offered in its place. */
function WebsiteNotes({ contact }: { contact: Contact }) {
  const domain = readDomain(contact.values["website"] ?? "");
  if (!domain.ok) return (domain.suggest ?? []).map((website) => <Offer key={website} {...{ contact, website }} />);
  return domain.warnings.map((warning) => (
    <p key={warning} className="text-sm text-ink-2">
      {warningInWords(warning)}
    </p>
  ));
}

function Offer({ contact, website }: { contact: Contact; website: string }) {
  return (
    <form action={mendWebsiteAction}>
      <input type="hidden" name="contactId" value={contact.id} />
      <input type="hidden" name="website" value={website} />
      <Button type="submit" size="small">
        Change Website to {website}
      </Button>
    </form>
  );
}

function Evidence({ explanation, timeZone }: { explanation: Explanation; timeZone: string }) {
  const { receipt, kind, requestedAt, decidedAt, policyVersion, suffixList } = explanation;
  if (receipt === null) return null;
  return (
    <>
      <Fact label="Receipt">{`${receipt}, ${kind === "manual" ? "requested by hand" : "requested by itself"}`}</Fact>
      <Fact label="Requested">{requestedAt === null ? "" : dateAndTime(requestedAt, timeZone)}</Fact>
      <Fact label="Decided">{decidedAt === null ? "" : dateAndTime(decidedAt, timeZone)}</Fact>
      <Fact label="Rules">{`Policy ${policyVersion ?? "?"}, suffix list ${suffixList ?? "?"}`}</Fact>
    </>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="break-words">{children}</dd>
    </>
  );
}
