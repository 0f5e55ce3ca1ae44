import type { ReactNode } from "react";
import { KeepFocus } from "#components/frame/keep-focus.tsx";
import { Keys } from "#components/keys/keys.tsx";
import type { PersonMenuProps, Portal, Target } from "#components/frame/person-menu.tsx";
import type { Role } from "#components/frame/places.ts";
import { Rail, type RailList } from "#components/frame/rail.tsx";
import { Topbar } from "#components/frame/topbar.tsx";
import type { KeyMap } from "#lib/portals/keys.ts";

const defaultTargets = { preferences: "/api/preferences", portal: "/api/portal", signOut: "/api/sign-out" };

/** What stands around every page of someone who is signed in. */
export function Frame({
  role,
  lists,
  notices = 0,
  portals,
  targets,
  keys,
  children,
  ...account
}: Pick<PersonMenuProps, "person" | "portal" | "theme" | "density"> & {
  role: Role;
  lists: readonly RailList[];
  notices?: number;
  portals?: readonly Portal[];
  keys: KeyMap;
  targets?: { preferences?: Target; portal?: Target; signOut?: Target };
  children: ReactNode;
}) {
  return (
    <>
      <a href="#main" className="skip">
        Skip to main content
      </a>
      <KeepFocus />
      <Topbar
        {...account}
        role={role}
        notices={notices}
        portals={portals ?? [account.portal]}
        targets={{ ...defaultTargets, ...targets }}
      />
      <div className="lg:flex">
        <Rail role={role} lists={lists} />
        <main
          id="main"
          tabIndex={-1}
          className="min-h-[calc(100dvh-3.5rem)] min-w-0 flex-1 border-line px-4 py-6 -outline-offset-2 lg:border-l lg:px-8 print:min-h-0 print:border-0 print:p-0"
        >
          {children}
        </main>
      </div>
      <Keys keys={keys} role={role} />
    </>
  );
}
