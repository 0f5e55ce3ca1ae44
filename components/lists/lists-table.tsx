import Link from "next/link";
import { inkOfList, markOfList } from "#components/lists/list-mark.ts";
import { MarkShape } from "#components/registration/mark.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { dayIn } from "#lib/day.ts";
import type { ListView } from "#lib/lists/queries.ts";
import type { WeekChange } from "#lib/lists/queries/members.ts";
import { figure, longDay } from "#lib/words.ts";

type Props = { lists: readonly ListView[]; week: ReadonlyMap<number, WeekChange>; timeZone: string };

/** The columns of the seed's pages 4a and 4b, and beside the size what came and went in a week. */
export function ListsTable({ lists, week, timeZone }: Props) {
  return (
    <Table label="Lists">
      <Thead>
        <Th>Name</Th>
        <Th>Type</Th>
        <Th>Folder</Th>
        <Th align="end">Size</Th>
        <Th align="end">7 days</Th>
        <Th>Created</Th>
      </Thead>
      <Tbody>
        {lists.map(({ id, name, kind, rule, folder, size, createdAt }) => (
          <Tr key={id}>
            <Td on="title">
              <span className="inline-flex items-center gap-2">
                {rule === "" ? (
                  <span className="size-3.5 shrink-0 max-sm:hidden" />
                ) : (
                  <MarkShape kind={markOfList(rule)} className={inkOfList[rule]} />
                )}
                <Link href={`/lists/${id}`} prefetch={false} className="font-semibold text-link hover:underline">
                  <bdi>{name}</bdi>
                </Link>
              </span>
            </Td>
            <Td>{kind === "smart" ? "Smart" : "Static"}</Td>
            <Td on={folder === "" ? "nowhere" : "line"} label="in">
              <bdi>{folder}</bdi>
            </Td>
            <Td on="aside" align="end">
              {figure(size)}
            </Td>
            <Td on="nowhere" align="end" className="text-ink-3">
              {inWords(week.get(id))}
            </Td>
            <Td on="nowhere">{longDay(dayIn(timeZone, createdAt))}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** "+12 −3", or nothing where nobody came and nobody went. */
function inWords({ joined, left }: WeekChange = { joined: 0, left: 0 }): string {
  return [joined > 0 ? `+${figure(joined)}` : "", left > 0 ? `−${figure(left)}` : ""].filter(Boolean).join(" ");
}
