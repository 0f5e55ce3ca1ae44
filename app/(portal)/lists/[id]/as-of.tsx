import { AsOf } from "#components/registration/as-of.tsx";
import { MembersThen } from "#components/registration/members-then.tsx";
import { OwnMembersThenCard } from "#components/lists/own-members-then.tsx";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { ownMembersThen } from "#lib/lists/queries/members-then.ts";
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

type OwnProps = { actor: Actor; list: { id: number }; asOf: string | undefined };

/** The same of a list of the portal's own, by day. */
export async function OwnListAsOf({ actor, list, asOf = "" }: OwnProps) {
  const typed = asOf.slice(0, 40);
  const then = typed === "" ? null : await ownMembersThen(actor, list.id, typed);
  return <OwnMembersThenCard listId={list.id} typed={typed} then={then} />;
}
