import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Frame } from "#components/frame/frame.tsx";
import { markOfList } from "#components/lists/list-mark.ts";
import { now } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { partnerListsOf } from "#lib/lists/queries.ts";
import { unseenNotices } from "#lib/notices/queries/bell.ts";
import { choosePortalAction, signOutAction } from "#lib/portals/actions.ts";
import { preferencesOf } from "#lib/portals/preferences.ts";
import { portalsOf, requireMember } from "#lib/portals/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { longDay } from "#lib/words.ts";

/** Who, and around every page the frame with the portal's live list sizes. */
export async function PortalFrame({ children }: { children: ReactNode }) {
  const actor = await requireMember();
  await sweepLapsed();
  const [lists, portals, notices, kept] = await Promise.all([
    partnerListsOf(actor),
    portalsOf(actor),
    unseenNotices(actor),
    cookies(),
  ]);
  const { theme, density, keys } = preferencesOf((name) => kept.get(name)?.value);

  return (
    <Frame
      person={{ name: actor.name, email: actor.email }}
      portal={{ name: actor.portalName, hubId: actor.portalId }}
      portals={portals.map(({ name, portalId }) => ({ name, hubId: portalId }))}
      role={actor.role}
      notices={notices}
      lists={lists.flatMap(({ id, name, rule, size }) =>
        rule === "" ? [] : [{ id, name: shortName(name), kind: markOfList(rule), size }],
      )}
      theme={theme}
      density={density}
      keys={keys}
      targets={{ portal: choosePortalAction, signOut: signOutAction }}
    >
      <p className="hidden text-sm print:mb-2 print:block">
        <bdi>{actor.portalName}</bdi>, Hub ID {actor.portalId}, {longDay(dayIn(actor.timeZone, now()))}
      </p>
      {children}
    </Frame>
  );
}

/** "HubSpot Partner - Registered" is "Registered" where the group says the rest. */
function shortName(name: string): string {
  return name.split(" - ").at(-1) ?? name;
}
