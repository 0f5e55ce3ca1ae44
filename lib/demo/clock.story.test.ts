import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import { moveClock } from "#lib/demo/commands/move-clock.ts";

const demo = { ...process.env, DIBS_DEMO: "1", DIBS_CLOCK: "2014-05-06T12:00:00Z" };

function move(to: string, env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/clock.ts", to], { env, encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

test("in the demo the clock is moved on, and every process follows", async () => {
  const follower = spawn(process.execPath, ["lib/demo/follower.child.ts"], { env: demo });
  let printed = "";
  follower.stdout.on("data", (piece: Buffer) => (printed += piece.toString()));
  const shows = async (instant: string) => {
    while (!printed.includes(instant)) await once(follower.stdout, "data");
  };
  await shows("2014-05-06T12:00:00.000Z");
  expect(move("2015-05-07T00:00:00Z", demo)).toEqual({ code: 0, said: "It is 2015-05-07T00:00:00.000Z now.\n" });
  await shows("2015-05-07T00:00:00.000Z");
  expect(move("2015-01-01T00:00:00Z", demo)).toMatchObject({ code: 1, said: expect.stringContaining("only forward") });
  follower.stdin.end();
  await once(follower, "close");
  expect(printed.trim().split("\n")).toHaveLength(2);
});

test("outside the demo, or where the real time runs, the clock is nobody's to move", async () => {
  const production = { ...demo, DIBS_DEMO: "0" };
  const realTime = { ...demo, DIBS_CLOCK: undefined };
  for (const env of [production, realTime]) {
    expect(move("2034-01-01T00:00:00Z", env)).toMatchObject({ code: 1, said: expect.stringContaining("demo alone") });
  }
  const before = now();
  expect(await moveClock(Date.parse("2034-01-01T00:00:00Z"))).toEqual({ ok: false, no: "not-a-demo" });
  expect(now() - before).toBeLessThan(60_000);
});

test("what a demo has kept does not move a program that is none", async () => {
  const [kept] = await db.select().from(setting).where(eq(setting.name, "clock"));
  expect(kept).toMatchObject({ value: String(Date.parse("2015-05-07T00:00:00Z")) });
  const follower = spawn(process.execPath, ["lib/demo/follower.child.ts"], { env: { ...demo, DIBS_DEMO: "0" } });
  const [first]: unknown[] = await once(follower.stdout, "data");
  follower.stdin.end();
  await once(follower, "close");
  expect(String(first)).toBe("2014-05-06T12:00:00.000Z\n");
});
