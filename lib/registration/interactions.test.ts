import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Interaction,
  pageOf,
  type Position,
  type Read,
  type Source,
  sources,
  summaryOf,
  together,
} from "#lib/registration/interactions.ts";
import { newestFirst, readInteractionsAddress } from "#lib/registration/interactions-address.ts";

const all = { kinds: [], search: "" };

/** Lines of the sources, oldest first, and what is read of them behind a position. */
function reader(kept: Partial<Record<Source, readonly Interaction[]>>, limit: number) {
  return (from: Position): Read => {
    const of = (source: Source) => {
      const behind = (kept[source] ?? []).filter(({ id }) => id < from[source]).toReversed();
      return { lines: behind.slice(0, limit), more: behind.length > limit };
    };
    const [events, conversions, lists, interactions, history] = sources.map(of);
    if (!history || !interactions || !lists || !conversions || !events) throw new Error("a source is missing");
    return { history, interactions, lists, conversions, events };
  };
}

function line(source: Source, id: number, at: number, more: Partial<Interaction> = {}): Interaction {
  return { source, id, at, kind: "change", words: `${source} ${id}`, who: "Ann", href: "", echoes: null, ...more };
}

test("however the sources are cut up, page after page tells every line once, newest first", () => {
  const times = fc.array(fc.tuple(fc.constantFrom(...sources), fc.nat(50)), { maxLength: 60 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 9 }), (given, size, limit) => {
      const lines = given
        .toSorted(([, one], [, other]) => one - other)
        .map(([source, at], place) => line(source, place + 1, at * 10_000));
      const read = reader(Object.fromEntries(Map.groupBy(lines, ({ source }) => source)), limit);
      const told: Interaction[] = [];
      for (let from: Position | null = newestFirst; from !== null;) {
        const page: ReturnType<typeof pageOf> = pageOf(together(read(from)), all, { size, from });
        told.push(...page.lines);
        from = page.next;
      }
      expect(told.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(lines.map(({ id }) => id));
      expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((a, b) => b - a));
    }),
  );
});

test("what the sync wrote into the properties is told once, with the decision that it came of", () => {
  const decision = { source: "events", kind: "registration" } as const;
  const kept = {
    history: [line("history", 1, 90_000), line("history", 5, 100_020, { kind: "registration", echoes: decision })],
    events: [line("events", 9, 100_000, { kind: "registration" })],
  };
  const timeline = together(reader(kept, 10)(newestFirst));
  expect(pageOf(timeline, all, { size: 10, from: newestFirst }).lines.map(({ words }) => words)).toEqual([
    "events 9",
    "history 1",
  ]);
  expect(summaryOf(timeline, all, "UTC")).toMatchObject({ total: 2, exact: true });
});

test("a change of the sync that no decision tells of stands for itself", () => {
  const decision = { source: "events", kind: "registration" } as const;
  const kept = {
    history: [line("history", 5, 200_000, { kind: "registration", echoes: decision })],
    events: [line("events", 9, 100_000, { kind: "registration" })],
  };
  expect(summaryOf(together(reader(kept, 10)(newestFirst)), all, "UTC").total).toBe(2);
});

test("months are those of the portal's zone, and one that may have older lines is not counted", () => {
  const may = Date.parse("2014-05-01T01:00:00Z");
  const kept = {
    history: [line("history", 1, may - 86_400_000 * 40), line("history", 2, may), line("history", 3, may + 1)],
  };
  const whole = summaryOf(together(reader(kept, 10)(newestFirst)), all, "America/New_York");
  expect([...whole.byMonth].map(([month, counts]) => [month, counts.get("change")])).toEqual([
    ["2014-04", 2],
    ["2014-03", 1],
  ]);
  const cut = summaryOf(together(reader(kept, 2)(newestFirst)), all, "America/New_York");
  expect(cut).toMatchObject({ total: 2, exact: false });
  expect(cut.byMonth.size).toBe(0);
});

test("an address that nobody could have been given begins with the newest line", () => {
  for (const before of ["1-2-3", "1-2-3-4-x", "-1-2-3-4-5", "1-2-3-4-1e99", ""]) {
    const given: Record<string, string> = { before, kind: "form nonsense list", find: " a\0b " };
    expect(readInteractionsAddress((name) => given[name] ?? "")).toEqual({
      asked: { kinds: ["form", "list"], search: "ab" },
      from: newestFirst,
    });
  }
});
