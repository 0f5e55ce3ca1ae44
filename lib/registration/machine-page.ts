import type { MachineEvent } from "#lib/registration/machine/states.ts";

/** The state machine as a page of the documentation. */
export function machinePage(machine: readonly MachineEvent[]): string {
  return [
    "# The state machine of registration",
    "",
    "Written from `lib/registration/machine.ts` by `node bin/state-machine.ts`; a test says when it is out of date. The engine",
    "stores no other move: a change of a contact's status, of its open request or of a domain's holder that is not named here, or",
    "that the log does not tell of, is refused as a fault of ours (`lib/registration/commands/lawful.ts`).",
    "",
    "- **Status** of a contact: blank, registered, unavailable, invalid.",
    "- **Request** of a contact: nothing open, automatic, manual.",
    "- **Domain**: free, held by a portal, pursued by the vendor; a registration ends expired or ended.",
    "",
    "| | event | only if | status | request | domain | the log tells | and |",
    "|---|---|---|---|---|---|---|---|",
    ...machine.map(row),
    "",
  ].join("\n");
}

function row({ id, name, guards, effects, records, view = [], asking = [], ownership = [] }: MachineEvent): string {
  const conditions = guards.map(({ says, by }) => (by === undefined ? says : `${says} (\`${by}\`)`));
  const cells = [
    id,
    name,
    lines(conditions),
    moves(view),
    moves(asking),
    moves(ownership),
    records.join(", "),
    lines(effects),
  ];
  return `| ${cells.join(" | ")} |`;
}

function moves(list: readonly (readonly [from: readonly string[], to: string])[]): string {
  return lines(list.map(([from, to]) => `${from.join(", ")} → ${to}`));
}

function lines(list: readonly string[]): string {
  return list.join("<br>");
}
