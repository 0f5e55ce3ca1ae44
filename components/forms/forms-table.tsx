import Link from "next/link";
import { stateInWords } from "#components/forms/form-state.ts";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import type { FormLine } from "#lib/forms/queries/forms.ts";
import { ago, figure } from "#lib/words.ts";
import { rateInWords } from "#lib/forms/rate.ts";

/** Every form with what came of it. */
export function FormsTable({ forms, now }: { forms: readonly FormLine[]; now: number }) {
  return (
    <Table label="Forms">
      <Thead>
        <Th>Name</Th>
        <Th>State</Th>
        <Th align="end">Visits</Th>
        <Th align="end">Submissions</Th>
        <Th align="end">Conversion rate</Th>
        <Th>Last submission</Th>
        <Th>Held back</Th>
      </Thead>
      <Tbody>
        {forms.map(({ id, name, state, visits, submissions, held, lastSubmissionAt }) => (
          <Tr key={id}>
            <Td on="title">
              <Link href={`/forms/${id}`} prefetch={false} className="name">
                <bdi>{name}</bdi>
              </Link>
            </Td>
            <Td on="aside">{stateInWords[state]}</Td>
            <Td align="end" label="Visits">
              {figure(visits)}
            </Td>
            <Td align="end" label="Submissions">
              {figure(submissions)}
            </Td>
            <Td align="end" label="Conversion rate">
              {rateInWords({ visits, submissions })}
            </Td>
            <Td label="Last">{lastSubmissionAt === null ? "Never" : ago(lastSubmissionAt, now)}</Td>
            <Td on={held === 0 ? "nowhere" : "line"}>
              {held === 0 ? null : (
                <Link href={`/forms/${id}?view=held`} prefetch={false} className="text-link underline">
                  Held back, {figure(held)}
                </Link>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
