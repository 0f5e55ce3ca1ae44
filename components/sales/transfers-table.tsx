import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { approveTransferAction, refuseTransferAction } from "#lib/registration/actions/domains.ts";
import type { TransferOfPortal } from "#lib/registration/queries/domain-of-portal.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { transfers: readonly (TransferOfPortal & { key: string })[]; timeZone: string };

/** Transfers on which both partners agree; the channel manager lets them through, or not. */
export function TransfersTable({ transfers, timeZone }: Props) {
  return (
    <Table label="Transfers that wait">
      <Thead>
        <Th>Domain</Th>
        <Th>From, to</Th>
        <Th>Offered</Th>
        <Th>Reason</Th>
        <Th>Decide</Th>
      </Thead>
      <Tbody>
        {transfers.map((each) => (
          <Tr key={each.id}>
            <Td on="title">
              <Link href={`/domains/${each.key}`} prefetch={false} className="name">
                {each.key}
              </Link>
            </Td>
            <Td>
              Hub ID {each.fromPortal} to Hub ID {each.toPortal}
            </Td>
            <Td>{dateAndTime(each.offeredAt, timeZone)}</Td>
            <Td flow="prose">{each.reason}</Td>
            <Td>
              <form action={approveTransferAction} className="flex flex-wrap gap-2 py-1">
                <input type="hidden" name="key" value={each.key} />
                <input type="hidden" name="id" value={each.id} />
                <Button type="submit" size="small" variant="primary">
                  Approve<span className="sr-only"> the transfer of {each.key}</span>
                </Button>
                <Button type="submit" size="small" formAction={refuseTransferAction}>
                  Refuse<span className="sr-only"> the transfer of {each.key}</span>
                </Button>
              </form>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
