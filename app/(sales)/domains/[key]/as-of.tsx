import { AsOf } from "#components/registration/as-of.tsx";
import { DomainState } from "#components/sales/domain-state.tsx";
import { domainAsOf, momentAsked } from "#lib/registration/queries/as-of.ts";

type Props = { domain: string; asOf: string | undefined; timeZone: string };

/** The domain at a moment of the past. */
export async function DomainAsOf({ domain, asOf, timeZone }: Props) {
  const { typed, moment } = await momentAsked(asOf);
  return (
    <AsOf {...{ typed, moment, timeZone }} action={`/domains/${domain}`}>
      {moment === null ? null : <DomainState then={await domainAsOf(domain, moment.upTo)} />}
    </AsOf>
  );
}
