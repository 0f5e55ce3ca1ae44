import { ChooseAll, chosenForm } from "#components/contacts/chosen.tsx";
import { DeletedBar } from "#components/contacts/deleted-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { Deleted } from "#lib/contacts/queries/deleted-contacts.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = { rows: readonly Deleted[]; timeZone: string; mayForget: boolean };

/** One row a contact, with a box and a button each; both belong to the form of the bar, so that neither needs a script. */
export function DeletedTable({ rows, timeZone, mayForget }: Props) {
  return (
    <div className="group/chosen flex flex-col gap-3">
      {/* Other rows are another choice: what was asked of the last one is answered. */}
      <DeletedBar key={rows.map(({ id }) => id).join(" ")} mayForget={mayForget} />
      <Table label="Deleted contacts">
        <Thead>
          <Th on="select" className="w-10">
            <ChooseAll />
          </Th>
          <Th>Name</Th>
          <Th>Days left</Th>
          <Th>Email</Th>
          <Th>Deleted</Th>
          <Th>Restore</Th>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <DeletedLine key={row.id} row={row} timeZone={timeZone} />
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

function DeletedLine({ row, timeZone }: { row: Deleted; timeZone: string }) {
  const { id, name, email, daysLeft, deletedAt, who } = row;
  return (
    <Tr>
      <Td on="select">
        <Checkbox aria-label={`Choose ${name || "this contact"}`} name="ids" value={id} form={chosenForm} />
      </Td>
      <Td on="title">
        <bdi>{name || "No name"}</bdi>
      </Td>
      <Td on="aside">{count(daysLeft, "day")}</Td>
      <Td>
        <bdi>{email}</bdi>
      </Td>
      <Td label="Deleted">
        {dateAndTime(deletedAt, timeZone)} by <bdi>{who}</bdi>
      </Td>
      <Td>
        <Button type="submit" form={chosenForm} name="only" value={id} size="small">
          Restore<span className="sr-only"> {name || email}</span>
        </Button>
      </Td>
    </Tr>
  );
}
