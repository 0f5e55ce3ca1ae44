import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { withdrawRequestAction } from "#lib/registration/actions/batches.ts";
import type { WaitingRequest } from "#lib/registration/queries/batch-requests.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { requests: readonly WaitingRequest[]; timeZone: string };

/** The open requests in the order in which they are answered; each can be taken back, also without JavaScript. */
export function WaitingRequests({ requests, timeZone }: Props) {
  return (
    <Table label="Open requests">
      <Thead>
        <Th>Contact</Th>
        <Th>Domain</Th>
        <Th>Kind</Th>
        <Th>Requested</Th>
        <Th align="end">Receipt</Th>
        <Th>
          <span className="sr-only">Take back</span>
        </Th>
      </Thead>
      <Tbody>
        {requests.map(({ receipt, contactId, name, key, kind, requestedAt }) => (
          <Tr key={receipt}>
            <Td on="title">
              <ContactLink id={contactId} name={name} />
            </Td>
            <Td>{key === "" ? "Could not be read" : key}</Td>
            <Td on="nowhere">{kind === "manual" ? "By hand" : "By itself"}</Td>
            <Td>{dateAndTime(requestedAt, timeZone)}</Td>
            <Td on="nowhere" align="end">
              {receipt}
            </Td>
            <Td on="aside" align="end">
              <form action={withdrawRequestAction}>
                <input type="hidden" name="contactId" value={contactId} />
                <Button type="submit" size="small">
                  Withdraw<span className="sr-only"> request {receipt}</span>
                </Button>
              </form>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
