import { type Day, yearsAfter } from "#lib/day.ts";

// An independent reading of what happened: it goes through the log in the order that counts, keeps its own idea of who has
// which domain, and says where the program answered otherwise. It shares no rule with the engine but the length of a year.

/** One step of the log. `on` is the registry's date; `by` a portal, or null for the vendor. */
export type Step =
  | { is: "asked"; number: number; key: string; by: number | null; how: "manual" | "automatic" | "pursuit" }
  | { is: "upgraded" | "gone"; number: number; receipt: number }
  | { is: "decided"; number: number; receipt: number; on: Day; outcome: string; expires: string }
  | { is: "expired" | "given-up"; number: number; key: string; on: Day }
  | { is: "transferred"; number: number; key: string; to: number }
  | { is: "attached"; number: number; key: string; by: number; expires: string };

/** Who has a domain, and the last day; '' for a pursuit. */
export type Holder = { by: number | null; expires: string };

type Open = { key: string; by: number | null; how: "manual" | "automatic" | "pursuit" };
type World = {
  /** By receipt. */
  open: Map<number, Open>;
  holders: Map<string, Holder>;
  /** `portal key` of everyone who ever had a domain. */
  had: Set<string>;
  faults: string[];
};

/** Every place where the log is not what first come, first served would have made, and who holds what at its end. */
export function faultsIn(steps: readonly Step[]): { faults: string[]; holders: Map<string, Holder> } {
  const world: World = { open: new Map(), holders: new Map(), had: new Set(), faults: [] };
  for (const step of steps) take(world, step);
  return { faults: world.faults, holders: world.holders };
}

function take(world: World, step: Step): void {
  const fault = (what: string) => void world.faults.push(`${step.number}: ${what}`);
  switch (step.is) {
    case "asked":
      return void world.open.set(step.number, { key: step.key, by: step.by, how: step.how });
    case "upgraded":
    case "gone": {
      const open = world.open.get(step.receipt);
      if (open === undefined) return fault(`receipt ${step.receipt} was not open`);
      if (step.is === "gone") return void world.open.delete(step.receipt);
      return void world.open.set(step.receipt, { ...open, how: "manual" });
    }
    case "decided":
      return decided(world, step, fault);
    case "expired": {
      const holder = world.holders.get(step.key);
      if (holder === undefined || holder.expires === "") return fault(`${step.key} expired, and nobody held it`);
      if (holder.expires >= step.on) fault(`${step.key} expired on ${step.on}, and was held through ${holder.expires}`);
      return void world.holders.delete(step.key);
    }
    case "attached": {
      const holder = world.holders.get(step.key);
      if (holder?.by === step.by && holder.expires === step.expires) return;
      return fault(`a contact of ${step.by} is Registered with ${step.key}, which it does not hold so`);
    }
    case "given-up":
      if (!world.holders.delete(step.key)) fault(`${step.key} was given up, and nobody had it`);
      return;
    case "transferred": {
      const holder = world.holders.get(step.key);
      if (holder === undefined) return fault(`${step.key} was transferred, and nobody had it`);
      world.had.add(`${step.to} ${step.key}`);
      world.holders.set(step.key, { ...holder, by: step.to });
    }
  }
}

type Decided = Step & { is: "decided" };

function decided(world: World, step: Decided, fault: (what: string) => void): void {
  const open = world.open.get(step.receipt);
  if (open === undefined) return fault(`receipt ${step.receipt} was decided, and was not open`);
  const { key, by } = open;
  for (const [receipt, other] of world.open) {
    if (key !== "" && other.key === key && receipt < step.receipt) {
      fault(`receipt ${step.receipt} was served before ${receipt}, both for ${key}`);
    }
  }
  world.open.delete(step.receipt);
  const holder = world.holders.get(key);
  if (holder !== undefined && holder.expires !== "" && holder.expires < step.on) {
    fault(`${key} had run out on ${holder.expires} when receipt ${step.receipt} was decided on ${step.on}`);
  }
  // Whether data are valid is not in the log's order; that invalid data change nothing is.
  if (step.outcome === "invalid-data") return;

  const expected = answerTo(world, open, step.on);
  if (step.outcome !== expected.outcome || step.expires !== expected.expires) {
    fault(
      `receipt ${step.receipt} for ${key}: ${step.outcome} ${step.expires}, expected ${expected.outcome} ${expected.expires}`,
    );
  }
  if (expected.takes) {
    world.holders.set(key, { by, expires: expected.expires });
    world.had.add(`${by} ${key}`);
  }
}

type Expected = { outcome: string; expires: string; takes: boolean };

function answerTo({ holders, had }: World, { key, by, how }: Open, on: Day): Expected {
  const holder = holders.get(key);
  if (how === "pursuit")
    return { outcome: holder === undefined ? "pursued" : "held", expires: "", takes: holder === undefined };
  if (holder === undefined) {
    const outcome = had.has(`${by} ${key}`) ? "re-registered" : "registered";
    return { outcome, expires: yearsAfter(on, 1), takes: true };
  }
  if (holder.by === by) {
    const renewed = yearsAfter(on, 1) > holder.expires ? yearsAfter(on, 1) : holder.expires;
    return { outcome: "re-registered", expires: how === "manual" ? renewed : holder.expires, takes: true };
  }
  return { outcome: holder.by === null ? "pursued" : "registered_by_another_partner", expires: "", takes: false };
}

/** One request as its asker saw it: when it was sent, when the receipt was there (ns of one clock), and the receipt. */
export type Call = { from: bigint; to: bigint; receipt: number };

/**
 * Where a receipt that was there before another request was even sent is the higher one: then no single order explains what
 * the askers saw. Two calls with one receipt are one request, asked again.
 */
export function inversionsIn(calls: readonly Call[]): string[] {
  const sent = calls.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const answered = calls.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  const faults: string[] = [];
  let [at, highest] = [0, 0];
  for (const { from, receipt } of sent) {
    for (let next = answered[at]; next !== undefined && next.to < from; next = answered[(at += 1)]) {
      highest = Math.max(highest, next.receipt);
    }
    if (receipt < highest) faults.push(`receipt ${receipt} was given out after ${highest} was acknowledged`);
  }
  return faults;
}
