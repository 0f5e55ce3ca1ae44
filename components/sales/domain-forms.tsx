import { ExcludeDomain, ReadmitDomain } from "#components/sales/list-forms.tsx";
import { EndPursuit, StartPursuit } from "#components/sales/pursuit-forms.tsx";
import { RevokeRegistration } from "#components/sales/revoke-form.tsx";
import { type Domain, standingOf } from "#lib/sales/standing.ts";

type Props = {
  domain: Domain;
  /** What waits for the domain, in order of receipt. */
  waiting: readonly { kind: string }[];
  /** How many contacts an end of the pursuit would change, and how many stand at the domain: what the dry runs say. */
  freed: number;
  contacts: { all: number; registered: number };
};

/** What the vendor can do with a domain as it stands. */
export function DomainForms({ domain: { key, holder, exclusion }, waiting, freed, contacts }: Props) {
  const pursued = standingOf({ holder, exclusion }) === "pursued";
  const pursuitWaits = waiting.some(({ kind }) => kind === "pursuit");
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {pursued && <EndPursuit domain={key} freed={freed} />}
      {!pursued && !pursuitWaits && (
        <StartPursuit domain={key} ahead={waiting.length} heldUntil={holder?.expires ?? ""} />
      )}
      {holder?.portalId && <RevokeRegistration domain={key} holder={holder} contacts={contacts.registered} />}
      {exclusion === null && <ExcludeDomain domain={key} contacts={contacts.all - contacts.registered} />}
      {exclusion?.put && <ReadmitDomain domain={key} />}
    </div>
  );
}
