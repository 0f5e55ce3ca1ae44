import { faker } from "@faker-js/faker/locale/en";
import { brightfold } from "#lib/demo/brightfold.ts";
import { companies } from "#lib/demo/companies.ts";
import { daysBefore } from "#lib/demo/days.ts";
import type { Happening } from "#lib/demo/happening.ts";
import { fernbank } from "#lib/demo/fernbank.ts";
import { quayside } from "#lib/demo/quayside.ts";
import { salesHistory } from "#lib/demo/sales-history.ts";

const seed = 152_363;

/** Everything that happens in the demo before `now`, oldest first. The same `now` gives the same story. */
export function demoStory(now: number): Happening[] {
  faker.seed(seed);
  const ago = daysBefore(now);
  const known = companies(2_900);
  const registered = known.splice(0, 140);
  const pursued = known.splice(0, 60);
  const heldByFernbank = known.splice(0, 8);

  return [
    ...salesHistory({ pursued, alsoPursued: known.splice(0, 15), held: registered.slice(60, 62) }, ago),
    ...fernbank(heldByFernbank, ago),
    ...quayside({ registered, pursued, heldByOthers: heldByFernbank, others: known.splice(0, 120) }, { now, ago }),
    ...brightfold({ wanted: [...registered, ...pursued, ...heldByFernbank], others: known }, { now, ago }),
  ].toSorted((one, other) => one.at - other.at);
}
