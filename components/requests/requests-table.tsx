import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { markOfRequest, reasonInWords } from "#components/requests/reasons.ts";
import { Mark } from "#components/registration/mark.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { BatchRequest } from "#lib/registration/queries/batch-requests.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = { label: string; requests: readonly BatchRequest[]; vendor: string; timeZone: string };

/** Each contact that was asked for: when, answered when and how. */
export function RequestsTable({ label, requests, vendor, timeZone }: Props) {
  return (
    <Table label={label}>
      <Thead>
        <Th>Contact</Th>
        <Th>Domain</Th>
        <Th>Outcome</Th>
        <Th>Reason</Th>
        <Th>Requested</Th>
        <Th>Picked up</Th>
        <Th>Decided</Th>
      </Thead>
      <Tbody>
        {requests.map((request) => (
          <Row key={request.receipt} {...{ request, vendor, timeZone }} />
        ))}
      </Tbody>
    </Table>
  );
}

function Row({ request, vendor, timeZone }: Omit<Props, "requests" | "label"> & { request: BatchRequest }) {
  const { contact, key, requestedAt, pickedUpAt, decidedAt } = request;
  const mark = markOfRequest(request);
  return (
    <Tr>
      <Td on="title">{contact === null ? "Deleted contact" : <ContactLink id={contact.id} name={contact.name} />}</Td>
      <Td>{key === "" ? "Could not be read" : key}</Td>
      <Td on="aside">{mark === null ? "No answer" : <Mark kind={mark} />}</Td>
      <Td flow="prose">{reasonInWords(request, vendor)}</Td>
      <Td on="nowhere">{dateAndTime(requestedAt, timeZone)}</Td>
      <Td on="nowhere">{pickedUpAt === null ? "" : dateAndTime(pickedUpAt, timeZone)}</Td>
      <Td on="nowhere">{decidedAt === null ? "" : dateAndTime(decidedAt, timeZone)}</Td>
    </Tr>
  );
}
