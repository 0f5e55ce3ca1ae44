"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { mendImportAction, type MendState } from "#lib/imports/actions.ts";
import type { MendLine } from "#lib/imports/mend-lines.ts";

type Props = { importId: number; by: "value" | "row"; lines: readonly MendLine[] };

/** A field beside each value that cannot be taken, and one button for all of them. */
export function MendForm({ importId, by, lines }: Props) {
  const nothing: MendState = { problem: "", faults: {}, given: {} };
  const [state, mend, busy] = useActionState(mendImportAction, nothing);
  return (
    <form action={mend} className="flex flex-col gap-3">
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="by" value={by} />
      {state.problem === "" ? null : <Notice tone="danger" title={state.problem} />}
      <Table label="Values to mend">
        <Thead>
          <Th>Value</Th>
          <Th>Column</Th>
          <Th>{by === "value" ? "Rows" : "Row"}</Th>
          <Th>Put in its place</Th>
          <Th>Or</Th>
        </Thead>
        <Tbody>
          {lines.map((line) => (
            <Line key={line.named} line={line} state={state} />
          ))}
        </Tbody>
      </Table>
      <Button type="submit" variant="primary" className="self-start" busy={busy}>
        Save and check again
      </Button>
    </form>
  );
}

function Line({ line, state }: { line: MendLine; state: MendState }) {
  const { named, value, heading, where, context, sentence } = line;
  const given = state.given[named];
  return (
    <Tr>
      <Td on="title" flow="prose">
        {value === "" ? <span className="text-ink-3">{sentence}</span> : <bdi>{value}</bdi>}
        {context === "" ? null : (
          <span className="block text-sm font-normal text-ink-3">
            <bdi>{context}</bdi>
          </span>
        )}
      </Td>
      <Td label="Column">
        <bdi>{heading}</bdi>
      </Td>
      <Td on="aside">{where}</Td>
      <Td className="py-1 max-sm:basis-full" flow="prose">
        {line.isMendable ? <Replacement line={line} given={given} fault={state.faults[named]} /> : line.instead}
      </Td>
      <Td>
        {line.isMendable ? (
          <Checkbox name={`empty-${named}`} label="Leave empty" defaultChecked={given === ""} />
        ) : null}
      </Td>
    </Tr>
  );
}

type Replaced = { line: MendLine; given: string | undefined; fault: string | undefined };

function Replacement({ line: { named, value, heading, options, where, sentence }, given = "", fault }: Replaced) {
  const field = {
    label: `In place of “${value}” in “${heading}”, ${where}`,
    labelHidden: true,
    name: named,
    defaultValue: given,
    error: fault,
  };
  if (options.length === 0) return <Field {...field} description={sentence} maxLength={5_000} />;
  return (
    // A form that comes back is reset, and a select then forgets what was chosen.
    <FieldSelect key={given} {...field}>
      <option value="">Choose</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </FieldSelect>
  );
}
