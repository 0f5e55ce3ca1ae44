import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { markOf } from "#components/registration/contact-then.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { MemberThen } from "#lib/registration/queries/as-of.ts";
import { count, figure, longDay } from "#lib/words.ts";

type Props = { size: number; members: readonly MemberThen[] };

/** Who was in a list, and since which event they stood as they did. */
export function MembersThen({ size, members }: Props) {
  if (size === 0) return <p className="text-ink-2">Nobody was in this list.</p>;
  const some = members.length < size ? ` The first ${figure(members.length)} of them:` : "";
  return (
    <>
      <p>
        {count(size, "contact")} {size === 1 ? "was" : "were"} in this list.{some}
      </p>
      <Table label="Members then">
        <Thead>
          <Th>Name</Th>
          <Th>State</Th>
          <Th>Domain</Th>
          <Th>Last day</Th>
          <Th>Since event</Th>
        </Thead>
        <Tbody>
          {members.map((each) => (
            <Member key={each.id} member={each} />
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function Member({ member }: { member: MemberThen }) {
  const { id, name, openRequest, key, expires, madeBy } = member;
  return (
    <Tr>
      <Td on="title">
        <ContactLink id={id} name={name} />
      </Td>
      <Td on="aside">
        {openRequest === null ? (
          <Mark {...markOf(member)} />
        ) : (
          <Mark kind="pending" detail={`receipt ${openRequest}`} />
        )}
      </Td>
      <Td>
        <bdi>{key}</bdi>
      </Td>
      <Td on={expires === "" ? "nowhere" : "line"} label="Last day">
        {expires === "" ? "" : longDay(expires)}
      </Td>
      <Td label="Since event">{madeBy}</Td>
    </Tr>
  );
}
