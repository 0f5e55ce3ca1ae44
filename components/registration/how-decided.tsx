import { Check, CircleMinus, MinusCircle, X } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { mendWebsiteAction } from "#lib/contacts/actions.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { propertyNamed } from "#lib/properties/registry.ts";
import type { Explanation } from "#lib/registration/queries.ts";
import { findingInWords, mendedIn, outcomeInWords, ruleInWords } from "#lib/registration/rule-words.ts";
import type { Finding } from "#lib/registration/rules.ts";
import { warningInWords } from "#lib/sales/domain-words.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { contact: Contact; explanation: Explanation; vendor: string; timeZone: string };

/** The answer to "why?": every rule with what it saw, the domain as it was read, and the receipt. */
export function HowDecided({ contact, explanation, vendor, timeZone }: Props) {
  const { findings, outcome, key } = explanation;
  return (
    <Card title="How this was decided">
      <div className="flex flex-col gap-4">
        <p>{outcomeInWords(outcome, vendor)}</p>
        <ul className="flex flex-col gap-2">
          {findings.map((finding) => (
            <Rule key={finding.rule} contactId={contact.id} finding={finding} vendor={vendor} />
          ))}
        </ul>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          <Fact label="Domain">{key === "" ? "Could not be read" : key}</Fact>
          <Evidence explanation={explanation} timeZone={timeZone} />
        </dl>
        <WebsiteNotes contact={contact} />
      </div>
    </Card>
  );
}

const looks = {
  passed: { icon: Check, look: "text-registered", word: "Passed" },
  failed: { icon: X, look: "text-invalid", word: "Failed" },
  waived: { icon: CircleMinus, look: "text-pending", word: "Waived" },
  skipped: { icon: MinusCircle, look: "text-ink-3", word: "Not looked at" },
};

function Rule({ contactId, finding, vendor }: { contactId: number; finding: Finding; vendor: string }) {
  const { icon: Icon, look, word } = looks[finding.result];
  const property = propertyNamed(mendedIn(finding) ?? "");
  return (
    <li className="flex gap-2">
      <Icon aria-hidden="true" className={`mt-1 size-4 shrink-0 ${look}`} />
      <div className="min-w-0">
        <p className="font-semibold">
          {ruleInWords(finding.rule, vendor)} <span className={`text-sm font-normal ${look}`}>{word}</span>
        </p>
        <p className="text-sm break-words text-ink-2">
          <bdi>{findingInWords(finding)}</bdi>{" "}
          {property === undefined ? null : (
            <Link
              href={`/contacts/${contactId}?view=properties&group=${property.group}#${property.name}`}
              className="text-link underline"
            >
              Mend {property.label}
            </Link>
          )}
        </p>
      </div>
    </li>
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
