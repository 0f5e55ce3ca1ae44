import { CardLink } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { ago } from "#lib/words.ts";

type Totals = { contacts: number; lastContactAt: number | null };

/** The right column of the seed's page 1a, with its words. */
export function ContactsAside({ totals, now }: { totals: Totals; now: number }) {
  return (
    <aside aria-label="About your contacts" className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/contacts/new" variant="primary">
          Add New Contact
        </LinkButton>
        <LinkButton href="/imports">Import Contacts</LinkButton>
      </div>
      <dl className="grid grid-cols-2 gap-4 rounded-lg border border-line bg-surface p-4">
        <Figure label="Total contacts">{totals.contacts.toLocaleString("en-US")}</Figure>
        <Figure label="Last contact added">
          {totals.lastContactAt === null ? "None yet" : ago(totals.lastContactAt, now)}
        </Figure>
      </dl>
      {cards.map(({ href, title, words }) => (
        <CardLink key={title} href={href} title={title}>
          {words}
        </CardLink>
      ))}
    </aside>
  );
}

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="text-2xl font-semibold">{children}</dd>
    </div>
  );
}

const cards = [
  { href: "/lists", title: "Manage Contact Lists", words: "Group your contacts into ultra-targeted segments." },
  { href: "/settings", title: "Manage Email", words: "Send the kinds of emails your contacts love to read." },
  { href: "/workflows", title: "Manage Workflows", words: "Let workflows handle your most valuable routine tasks." },
  { href: "/forms", title: "Forms", words: "Make better forms, gather more data, convert more contacts." },
  { href: "/settings", title: "Manage Settings", words: "Bend the universe to your will. Start with your software." },
];
