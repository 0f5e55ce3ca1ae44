import { Card } from "#components/ui/card.tsx";

type Props = { portalName: string; portalId: number; timeZone: string };

/** Which portal this is. */
export function PortalCard({ portalName, portalId, timeZone }: Props) {
  return (
    <Card title="Portal">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        <dt className="text-ink-3">Name</dt>
        <dd>
          <bdi>{portalName}</bdi>
        </dd>
        <dt className="text-ink-3">Hub ID</dt>
        <dd>{portalId}</dd>
        <dt className="text-ink-3">Time zone</dt>
        <dd>{timeZone}</dd>
      </dl>
    </Card>
  );
}
