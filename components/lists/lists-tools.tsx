import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";

/** What stands over the lists on the seed's page 4b. */
export function ListsActions() {
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href="/imports" prefetch={false}>
        Import contacts
      </LinkButton>
      <LinkButton href="/lists/new" prefetch={false} variant="primary">
        Create new list
      </LinkButton>
    </div>
  );
}

const ways = [
  { href: "/lists/folders/new", name: "New folder" },
  { href: "/imports", name: "View imported files" },
  { href: "/lists/unsubscribes", name: "Export unsubs and bounces" },
  { href: "/settings#contact-email", name: "Manage email" },
];

/** What stands beside them there. */
export function ListsAside() {
  return (
    <nav aria-label="More about lists">
      <ul className="flex flex-wrap gap-x-4 xl:flex-col">
        {ways.map(({ href, name }) => (
          <li key={name}>
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-8 items-center text-link underline pointer-coarse:min-h-11"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
