import { type Difference, differencesIn } from "#lib/registration/differences.ts";
import type { Policy } from "#lib/registration/policy.ts";
import { allPastEvents } from "#lib/registration/queries/past-events.ts";
import { portalNamesOf } from "#lib/registration/queries/portal-names.ts";
import { replay } from "#lib/registration/simulate.ts";
import { newSimulation } from "#lib/registration/simulation.ts";

/** What another policy would have made of the history. `portalNames` by Hub ID. */
export type Simulated = {
  events: number;
  requests: number;
  differences: Difference[];
  portalNames: ReadonlyMap<number, string>;
};

/** Tells the whole real history again under a policy, without changing anything. For the vendor's side: it names holders. */
export async function simulatePolicy(policy: Policy): Promise<Simulated> {
  const simulation = newSimulation(policy);
  for await (const some of allPastEvents()) for (const event of some) replay(simulation, event);
  const differences = differencesIn(simulation);
  const { events, requests } = simulation;
  const ids = differences.flatMap(({ portalId }) => portalId ?? []);
  return { events, requests, differences, portalNames: await portalNamesOf(ids) };
}
