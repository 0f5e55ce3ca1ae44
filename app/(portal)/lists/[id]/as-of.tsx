import { AsOf } from "#components/registration/as-of.tsx";
import { MembersThen } from "#components/registration/members-then.tsx";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { listAsOf, momentAsked } from "#lib/registration/queries/as-of.ts";

type Props = { actor: Actor; list: { id: number; rule: PartnerRule }; asOf: string | undefined };

/** Who was in a partner list at a moment of the past. */
export async function ListAsOf({ actor, list, asOf }: Props) {
  const { typed, moment } = await momentAsked(asOf);
  const { timeZone } = actor;
  return (
    <AsOf {...{ typed, moment, timeZone }} action={`/lists/${list.id}`}>
      {moment === null ? null : <MembersThen {...await listAsOf(actor, list.rule, moment.upTo)} />}
    </AsOf>
  );
}
