"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ComponentProps, type MouseEvent, useState } from "react";

/**
 * A link that knows whether we are there ("page") or inside ("true"), and shuts the menu that it stands in. It is
 * fetched ahead once it is pointed at: twenty such links stand on every page, and each would ask for its page at once.
 */
export function NavLink({
  href,
  className,
  children,
}: Pick<ComponentProps<"a">, "className" | "children"> & { href: string }) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link
      href={href}
      prefetch={wanted ? null : false}
      aria-current={currentAt(usePathname(), href)}
      onMouseEnter={want}
      onFocus={want}
      onClick={shutMenu}
      className={className}
    >
      {children}
    </Link>
  );
}

function currentAt(path: string, href: string) {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}

function shutMenu(event: MouseEvent<HTMLAnchorElement>) {
  event.currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover();
}
