import { Fact, Facts } from "#components/sales/facts.tsx";
import type { DomainThen } from "#lib/registration/domain-then.ts";
import { count, longDay } from "#lib/words.ts";

type Props = { then: DomainThen & { portalNames: ReadonlyMap<number, string> } };

/** Who held the domain then, who waited for it, and which event of the domain was the last. */
export function DomainState({ then }: Props) {
  const { held, account, waiting, notPursued, madeBy, portalNames } = then;
  if (madeBy === 0) return <p className="text-ink-2">Nothing had happened to this domain.</p>;
  const who = (portalId: number | null) =>
    portalId === null ? "The vendor" : `${portalNames.get(portalId) ?? "A portal"}, Hub ID ${portalId}`;
  const { now } = held;
  return (
    <Facts>
      <Fact name="Held by">{now === null ? "Nobody" : who(now.portalId)}</Fact>
      {now === null ? null : <Fact name="From">{longDay(now.from)}</Fact>}
      {now === null ? null : (
        <Fact name="Last day">{now.until === "" ? "None: until the pursuit ends" : longDay(now.until)}</Fact>
      )}
      {now?.portalId === null && account !== "" ? <Fact name="Account">{account}</Fact> : null}
      {notPursued === "" ? null : <Fact name="Not pursued">{notPursued}</Fact>}
      <Fact name="Waiting">
        {waiting.length === 0 ? "Nobody" : count(waiting.length, "request")}
        {waiting.slice(0, 20).map(({ receipt, portalId }) => (
          <span key={receipt} className="block text-sm text-ink-2">
            Receipt {receipt}: {who(portalId)}
          </span>
        ))}
      </Fact>
      <Fact name="Made so by">Event {madeBy}</Fact>
    </Facts>
  );
}
