import { setTimeout as passed } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { startJobs } from "./jobs.ts";

test("what is asked here is decided by the thread, until it is stopped", async () => {
  const actor = await aPortal();
  const jobs = startJobs();
  for (const website of ["www.one-thread.com", "www.two-threads.com"]) {
    const id = await asked(actor, website);
    await expect.poll(() => statusOf(id), { timeout: 20_000 }).toBe("REGISTERED");
  }

  await jobs.stop(5_000);
  const late = await asked(actor, "www.no-thread.com");
  await passed(1_000);
  expect(await statusOf(late)).toBe("");
  await sync();
  expect(await statusOf(late)).toBe("REGISTERED");
});

test("a thread that falls, even in its turn to write, is followed by another", async () => {
  const actor = await aPortal();
  const jobs = startJobs(new URL("./falling.child.ts", import.meta.url));
  await expect.poll(() => db.$count(setting, eq(setting.name, "fallen")), { timeout: 20_000 }).toBe(1);
  const id = await asked(actor, "www.fallen-thread.com");
  await expect.poll(() => statusOf(id), { timeout: 20_000 }).toBe("REGISTERED");
  await jobs.stop(5_000);
});

async function asked(actor: Actor, website: string): Promise<number> {
  const id = await aContact(actor, { website });
  expect(await transaction((tx) => requestRegistration(tx, actor, id))).toMatchObject({ ok: true });
  return id;
}

async function statusOf(id: number) {
  const { status } = await theContact(id);
  return status;
}
