import { Bell, ChevronDown, Menu } from "lucide-react";
import Link from "next/link";
import { NavLink } from "#components/frame/nav-link.tsx";
import { PersonMenu, type PersonMenuProps, type Portal } from "#components/frame/person-menu.tsx";
import { contactsMenu, homeOf, type Role } from "#components/frame/places.ts";
import { SearchBox } from "#components/frame/search-box.tsx";
import { Drop } from "#components/ui/drop.tsx";

const square =
  "relative grid size-9 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:size-11";

export function Topbar({ role, notices, ...account }: PersonMenuProps & { role: Role; notices: number }) {
  const home = homeOf(role);
  return (
    <header className="topbar print:hidden">
      <div className="flex min-w-0 items-center gap-2 max-lg:flex-1 lg:w-49 lg:shrink-0">
        <button type="button" popoverTarget="rail" className={`${square} -ml-2 lg:hidden`}>
          <Menu aria-hidden="true" className="size-5" />
          <span className="sr-only">Menu</span>
        </button>
        <Link href={home.href} className="rounded-sm text-xl font-bold tracking-tight text-accent max-lg:hidden">
          Dibs
        </Link>
        <PortalName portal={account.portal} className="lg:hidden" />
      </div>
      <div className="flex min-w-0 items-center gap-2 max-lg:order-last max-lg:basis-full max-lg:[&>button]:-ml-3.5 lg:flex-1">
        {role === "channel-manager" ? null : <ContactsMenu />}
        <SearchBox action={home.href} label={home.search} />
      </div>
      <PortalName portal={account.portal} className="text-right max-lg:hidden" />
      <div className="flex shrink-0 items-center gap-1">
        <Notices count={notices} />
        <PersonMenu {...account} />
      </div>
    </header>
  );
}

function PortalName({ portal, className }: { portal: Portal; className: string }) {
  return (
    <p className={`min-w-0 text-sm ${className}`}>
      <bdi className="block max-w-56 truncate text-ink-2">{portal.name}</bdi>
      <strong className="block font-bold">Hub ID: {portal.hubId}</strong>
    </p>
  );
}

function ContactsMenu() {
  return (
    <Drop
      label={
        <>
          Contacts
          <ChevronDown aria-hidden="true" className="size-4" />
        </>
      }
      variant="quiet"
    >
      <nav aria-label="Contacts">
        <ul className="w-52 p-1">
          {contactsMenu.map(({ name, href }) => (
            <li key={href}>
              <NavLink
                href={href}
                className="flex min-h-8 items-center rounded-sm px-3 -outline-offset-2 hover:bg-sunken aria-[current=page]:bg-selection aria-[current=page]:font-semibold pointer-coarse:min-h-11"
              >
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </Drop>
  );
}

function Notices({ count }: { count: number }) {
  return (
    <Link href="/notices" className={square}>
      <Bell aria-hidden="true" className="size-5" />
      <span className="sr-only">Notices</span>
      {count > 0 && (
        <span className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-xs font-bold text-on-accent">
          {count > 99 ? "99+" : count}
          <span className="sr-only"> new</span>
        </span>
      )}
    </Link>
  );
}
