import { ofContacts } from "#lib/registration/machine/contacts.ts";
import { ofDomains } from "#lib/registration/machine/domains.ts";
import { ofRequests } from "#lib/registration/machine/requests.ts";
import type { MachineEvent, States } from "#lib/registration/machine/states.ts";

/**
 * Registration as data. The engine stores no other move (commands/lawful.ts), docs/state-machine.md is written from it, and
 * tests walk over it. How a request is decided stands in decide.ts and rules.ts.
 */
export const machine: readonly MachineEvent[] = [...ofRequests, ...ofDomains, ...ofContacts];

const named = new Set(
  machine.flatMap(({ records, view = [], asking = [], ownership = [] }) => [
    ...records.slice(-1).flatMap((kind) => [...movesOf("view", kind, view), ...movesOf("ownership", kind, ownership)]),
    ...records.flatMap((kind) => movesOf("asking", kind, asking)),
  ]),
);

function movesOf(
  of: string,
  kind: string,
  moves: readonly (readonly [from: readonly string[], to: string])[],
): string[] {
  return moves.flatMap(([froms, to]) => froms.map((from) => moveOf(of, kind, [from, to])));
}

/** Whether what the log tells of explains this move. */
export function explains<Of extends keyof States>(
  kind: string,
  of: Of,
  move: readonly [States[Of], States[Of]],
): boolean {
  return named.has(moveOf(of, kind, move));
}

function moveOf(of: string, kind: string, [from, to]: readonly [string, string]): string {
  return `${of} ${kind} ${from} ${to}`;
}
