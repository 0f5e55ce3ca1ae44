import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { acceptTransferAction, declineTransferAction } from "#lib/registration/actions/domains.ts";
import type { TransferOfPortal } from "#lib/registration/queries/domain-of-portal.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { domainKey: string; transfers: readonly TransferOfPortal[]; portalId: number; timeZone: string };

/** An offer that is on its way, with what this portal can say to it. */
export function Transfers({ domainKey, transfers, portalId, timeZone }: Props) {
  return transfers.map(({ id, state, fromPortal, toPortal, reason, offeredAt }) => {
    const isOurs = fromPortal === portalId;
    return (
      <Card key={id} title={isOurs ? `Offered to Hub ID ${toPortal}` : `Offered to you by Hub ID ${fromPortal}`}>
        <form action={isOurs ? declineTransferAction : acceptTransferAction} className="flex flex-col gap-3">
          <input type="hidden" name="key" value={domainKey} />
          <input type="hidden" name="id" value={id} />
          <p className="text-ink-2">
            On {dateAndTime(offeredAt, timeZone)}. {reason === "" ? "" : `“${reason}” `}
            {waitsFor(state, isOurs)} The last day stays what it is, and the domain is locked for 60 days afterwards.
          </p>
          <div className="flex flex-wrap gap-2">
            {!isOurs && state === "offered" && (
              <Button type="submit" variant="primary">
                Accept the transfer
              </Button>
            )}
            <Button type="submit" formAction={declineTransferAction}>
              {isOurs ? "Take the offer back" : "Decline the transfer"}
            </Button>
          </div>
        </form>
      </Card>
    );
  });
}

function waitsFor(state: string, isOurs: boolean): string {
  if (state === "accepted") return "Both portals agree; it waits for the channel manager.";
  return isOurs ? "It waits for the other portal." : "It waits for your answer.";
}
