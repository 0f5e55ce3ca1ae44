import { Fact, Facts } from "#components/sales/facts.tsx";
import { StandingMark } from "#components/sales/standing-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Domain, type Exclusion, type Holder, nameOfReason, standingOf } from "#lib/sales/standing.ts";
import { dateAndTime, longDay } from "#lib/words.ts";

/** How the domain stands now: who holds it, from when, until when, and why. */
export function DomainStanding({ domain, timeZone }: { domain: Domain; timeZone: string }) {
  const { holder, exclusion, key, display } = domain;
  return (
    <Card title="How it stands" actions={<StandingMark standing={standingOf(domain)} />}>
      <Facts>
        {key === display ? null : <Fact name="Stored as">{key}</Fact>}
        {holder === null ? <Fact name="Held by">Nobody</Fact> : <HeldBy holder={holder} />}
        {exclusion === null ? null : <OnTheList exclusion={exclusion} timeZone={timeZone} />}
      </Facts>
    </Card>
  );
}

function HeldBy({ holder }: { holder: Holder }) {
  const { portalId, portalName, fromOn, expires, account, reason } = holder;
  return (
    <>
      <Fact name="Held by">
        {portalId === null ? (
          "The vendor: a pursuit"
        ) : (
          <>
            <bdi>{portalName}</bdi>, Hub ID {portalId}
          </>
        )}
      </Fact>
      <Fact name="From">{longDay(fromOn)}</Fact>
      <Fact name="Last day">{expires === "" ? "None: until the pursuit ends" : longDay(expires)}</Fact>
      {account === "" ? null : (
        <Fact name="Account">
          <bdi>{account}</bdi>
        </Fact>
      )}
      {reason === "" ? null : <Fact name="Reason">{reason}</Fact>}
    </>
  );
}

function OnTheList({ exclusion, timeZone }: { exclusion: Exclusion; timeZone: string }) {
  const { why, reason, put } = exclusion;
  return (
    <>
      <Fact name="Not pursued">{nameOfReason[why]}</Fact>
      {put === null ? (
        <Fact name="On the list">From the beginning: it comes with the program</Fact>
      ) : (
        <>
          <Fact name="Why">{reason}</Fact>
          <Fact name="On the list">
            Since {dateAndTime(put.since, timeZone)}, by <bdi>{put.who}</bdi>
          </Fact>
        </>
      )}
    </>
  );
}
