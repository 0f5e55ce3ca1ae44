import { LooksLike } from "#components/registration/looks-like.tsx";
import { Fact, Facts } from "#components/sales/facts.tsx";
import { Card } from "#components/ui/card.tsx";
import { daysLeft } from "#lib/contacts/standing.ts";
import { day, type Day, daysAfter, daysBetween } from "#lib/day.ts";
import { type Availability, availabilityInWords, type LookedUp } from "#lib/registration/preflight.ts";
import type { DomainOfPortal } from "#lib/registration/queries/domain-of-portal.ts";
import { count, longDay } from "#lib/words.ts";

type Props = { domainKey: string; own: DomainOfPortal; looked: LookedUp; today: Day; vendor: string };

/** Who holds the domain, as far as this portal may know it; its own dates, and what would be attached. */
export function HowItStands({ domainKey, own, looked, today, vendor }: Props) {
  const { availability, alike } = looked;
  const { holding, waiting } = own;
  const loose = own.contacts.filter(({ status }) => status !== "REGISTERED").length;
  return (
    <Card title="How it stands">
      <Facts>
        <Fact name="Held by">{holders(vendor)[availability]}</Fact>
        {holding === null ? null : (
          <>
            <Fact name="From">{longDay(holding.fromOn)}</Fact>
            <Fact name="Last day">
              {longDay(holding.expires)}, ends {daysLeft(daysBetween(today, day(holding.expires)))}
            </Fact>
            <Fact name="Next dates">{nextDates(holding.expires, today)}</Fact>
          </>
        )}
        {waiting.length === 0 ? null : (
          <Fact name="Waiting">
            {count(waiting.length, "request")} of yours, receipt {waiting.map(({ receipt }) => receipt).join(", ")}
          </Fact>
        )}
        {loose === 0 ? null : (
          <Fact name="Would be attached">
            {count(loose, "contact")} of {domainKey}, when registration is requested for {loose === 1 ? "it" : "them"}{" "}
            and every rule passes
          </Fact>
        )}
      </Facts>
      <p className="my-3 text-sm text-ink-2">{availabilityInWords(availability, vendor)}</p>
      <LooksLike alike={alike} />
    </Card>
  );
}

function holders(vendor: string): Readonly<Record<Availability, string>> {
  return {
    yours: "You",
    free: "Nobody",
    "another-partner": "Another partner",
    pursued: vendor,
    "not-looked-at": "Not looked up",
    "not-shown": "Not looked up",
  };
}

const told = [30, 7, 1];

/** The days on which the portal is reminded, and the first day without the domain. */
function nextDates(expires: string, today: Day): string {
  const last = day(expires);
  const reminders = told.map((days) => daysAfter(last, -days)).filter((on) => on >= today);
  const words = reminders.map((on) => `reminder on ${longDay(on)}`);
  return [...words, `free for anybody from ${longDay(daysAfter(last, 1))}`].join(", ");
}
