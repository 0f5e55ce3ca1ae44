import { CardLink } from "#components/ui/card.tsx";
import { ago, figure } from "#lib/words.ts";

type Totals = { contacts: number; lastContactAt: number | null };

/** The two counters of the seed's page 1a. */
export function ContactsTotals({ totals, now }: { totals: Totals; now: number }) {
  return (
    <dl className="flex flex-wrap gap-x-6 text-ink-2">
      <Figure label="Total contacts">{figure(totals.contacts)}</Figure>
      <Figure label="Last contact added">
        {totals.lastContactAt === null ? "None yet" : ago(totals.lastContactAt, now)}
      </Figure>
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex flex-row-reverse items-baseline gap-1.5">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="text-lg font-semibold text-ink">{children}</dd>
    </div>
  );
}

/** The cards of page 1a with the seed's taglines: beside the table where there is room, else under it. */
export function ContactsCards() {
  return (
    <aside
      aria-label="More with your contacts"
      className="grid content-start gap-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-1 print:hidden"
    >
      {cards.map(({ href, title, words }) => (
        <CardLink key={title} href={href} title={title}>
          {words}
        </CardLink>
      ))}
    </aside>
  );
}

const cards = [
  { href: "/lists", title: "Manage Contact Lists", words: "Group your contacts into ultra-targeted segments." },
  { href: "/settings", title: "Manage Email", words: "Send the kinds of emails your contacts love to read." },
  { href: "/workflows", title: "Manage Workflows", words: "Let workflows handle your most valuable routine tasks." },
  { href: "/forms", title: "Forms", words: "Make better forms, gather more data, convert more contacts." },
  { href: "/settings", title: "Manage Settings", words: "Bend the universe to your will. Start with your software." },
];
