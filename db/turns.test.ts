import { expect, test } from "vitest";
import { inBackground, inTurn } from "#db/turns.ts";

/** Work that ends when it is told to. */
function held(name: string, log: string[]) {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const work = async () => {
    log.push(name);
    await ended;
    return name;
  };
  return { work, end };
}

const soon = () => new Promise((next) => setTimeout(next, 5));

const fail = () => inBackground(() => inTurn(() => Promise.reject(new Error("no"))));

test("background work takes turns of two, in its order; what a person asked for waits for none of it", async () => {
  const log: string[] = [];
  const jobs = ["a", "b", "c", "d"].map((name) => held(name, log));
  const done = jobs.map(({ work }) => inBackground(() => inTurn(work)));
  await soon();
  expect(log).toEqual(["a", "b"]);
  const page = held("page", log);
  page.end();
  expect(await inTurn(page.work)).toBe("page");
  jobs[1]?.end();
  await soon();
  expect(log).toEqual(["a", "b", "page", "c"]);
  for (const { end } of jobs) end();
  expect(await Promise.all(done)).toEqual(["a", "b", "c", "d"]);
});

test("work that fails gives its turn to the next", async () => {
  for (let at = 0; at < 5; at += 1) await expect(fail()).rejects.toThrow("no");
  expect(await inBackground(() => inTurn(async () => "on"))).toBe("on");
});
