import type { Day } from "#lib/day.ts";
import { idsExpiring } from "#lib/notices/queries/expiring.ts";
import { readIds, readSpan, spellSpan } from "#lib/notices/span.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Whom the URL means: `ids=1&ids=2`, or `all=1` with the span of the page Expiring; and the way back there. */
export async function chosenIn(
  actor: Actor,
  read: (name: string) => string,
  today: Day,
): Promise<{ ids: number[]; back: string }> {
  const span = readSpan(read);
  const spelled = new URLSearchParams(spellSpan(span)).toString();
  const back = spelled === "" ? "/expiring" : `/expiring?${spelled}`;
  const ids = read("all") === "1" ? await idsExpiring(actor, span, today) : readIds(read("ids"));
  return { ids, back };
}
