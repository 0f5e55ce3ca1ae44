import Link from "next/link";
import { inkOfList, markOfList } from "#components/lists/list-mark.ts";
import { MarkShape } from "#components/registration/mark.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { dayIn } from "#lib/day.ts";
import type { ListView } from "#lib/lists/queries.ts";
import { figure, longDay } from "#lib/words.ts";

/** The columns of the seed's pages 4a and 4b. */
export function ListsTable({ lists, timeZone }: { lists: readonly ListView[]; timeZone: string }) {
  return (
    <Table label="Lists">
      <Thead>
        <Th>Name</Th>
        <Th>Type</Th>
        <Th>Folder</Th>
        <Th align="end">Size</Th>
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
            <Td on="nowhere">{longDay(dayIn(timeZone, createdAt))}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
