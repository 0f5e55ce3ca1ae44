import {
  ChartColumn,
  Database,
  FileText,
  Globe,
  Inbox,
  List,
  ListChecks,
  type LucideIcon,
  Scale,
  SquarePen,
  Upload,
  Users,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { NavLink } from "#components/frame/nav-link.tsx";
import type { Role } from "#components/frame/places.ts";
import { MarkShape, type MarkKind } from "#components/registration/mark.tsx";
import { figure } from "#lib/words.ts";

export type RailList = { id: number; name: string; kind: MarkKind; size: number };

const partnerItems = [
  { name: "Contacts", href: "/contacts", icon: Users },
  { name: "Lists", href: "/lists", icon: List },
  { name: "Imports", href: "/imports", icon: Upload },
  { name: "Forms", href: "/forms", icon: FileText },
  { name: "Requests", href: "/requests", icon: Inbox },
  { name: "Bulk changes", href: "/bulk", icon: SquarePen },
  { name: "Domains", href: "/registration", icon: Globe },
  { name: "Dashboard", href: "/dashboard", icon: ChartColumn },
];
const review = { name: "Review", href: "/review", icon: ListChecks };
const salesDatabase = { name: "Sales database", href: "/domains", icon: Database };
const policy = { name: "Policy", href: "/policy", icon: Scale };

const itemsFor: Record<Role, { name: string; href: string; icon: LucideIcon }[]> = {
  partner: partnerItems,
  admin: [...partnerItems, review],
  "channel-manager": [salesDatabase, policy],
};

/** Always there from 1024 px on; below that one press on "Menu" away, as the browser's own popover. */
export function Rail({ role, lists }: { role: Role; lists: readonly RailList[] }) {
  return (
    <nav id="rail" popover="auto" aria-label="Main" className="rail">
      <button
        type="button"
        popoverTarget="rail"
        popoverTargetAction="hide"
        aria-label="Close menu"
        className="mb-2 grid size-9 place-items-center rounded-md text-ink-2 hover:bg-sunken lg:hidden pointer-coarse:size-11"
      >
        <X aria-hidden="true" className="size-5" />
      </button>
      <ul className="flex flex-col gap-0.5">
        {itemsFor[role].map(({ name, href, icon: Icon }) => (
          <RailItem key={href} href={href}>
            <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-3 group-aria-[current]:text-accent" />
            {name}
          </RailItem>
        ))}
      </ul>
      {lists.length > 0 && <RegistrationGroup lists={lists} />}
      {role !== "channel-manager" && (
        <ul className="mt-0.5 flex flex-col gap-0.5">
          <RailItem href="/expiring">
            <MarkShape kind="expiring" className={inks.expiring} />
            Expiring
          </RailItem>
        </ul>
      )}
    </nav>
  );
}

function RegistrationGroup({ lists }: { lists: readonly RailList[] }) {
  return (
    <>
      <p id="rail-registration" className="mt-6 mb-1 px-3 text-xs font-semibold text-ink-3">
        Registration
      </p>
      <ul aria-labelledby="rail-registration" className="flex flex-col gap-0.5">
        {lists.map(({ id, name, kind, size }) => (
          <RailItem key={id} href={`/lists/${id}`}>
            <MarkShape kind={kind} className={inks[kind]} />
            <span className="min-w-0 flex-1">{shortName(name)}</span>
            <span className="text-sm text-ink-3 group-aria-[current]:text-ink-2">{figure(size)}</span>
          </RailItem>
        ))}
      </ul>
    </>
  );
}

function RailItem({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <NavLink
        href={href}
        className="group flex min-h-8 items-center gap-2.5 rounded-md px-3 py-1 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-selection aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
      >
        {children}
      </NavLink>
    </li>
  );
}

const inks: Record<MarkKind, string> = {
  registered: "text-registered",
  pending: "text-pending",
  unavailable: "text-unavailable",
  invalid: "text-invalid",
  expiring: "text-expiring",
  expired: "text-ink-3",
  none: "text-ink-3",
};

/** "HubSpot Partner - Invalid Data" is "Invalid Data" under the heading that says the rest. */
function shortName(name: string) {
  return name.split(" - ").at(-1) ?? name;
}
