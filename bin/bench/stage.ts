// node bin/bench/stage.ts <contacts> <lists>: fills the empty database of DATABASE_URL for the bench, through the program's own
// doors, and prints one line of JSON (act.ts reads it).
import { closeStore } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { newIds } from "#db/ids.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { merged } from "#lib/contacts/edited.ts";
import { beginFolding } from "#lib/contacts/commands/fold-contacts.ts";
import { indexSearch } from "#lib/contacts/commands/index-search.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { runDueJobs } from "#lib/jobs/jobs.ts";
import { createPartnerLists } from "#lib/lists/commands/partner-lists.ts";
import { hashPassword } from "#lib/portals/commands/auth.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { listeners } from "#lib/worker.ts";
import { type Cast, bulkStages, castOf, contactValues, rivalDomains } from "./contacts.ts";
import { listedValues, makeList, makeSeats } from "./own-lists.ts";

const cast = castOf(Number(process.argv[2]));
const lists = Number(process.argv[3]);
const password = "measured, not guessed";
const [mainPortal, rivalPortal, firstImportPortal] = [1001, 1002, 1003] as const;
const imports = bulkStages.map((_, at) => firstImportPortal + at);

await migrate();
await prepareJobs();
// As in a program that was started while it was empty: else the first start goes through all contacts beside what is measured.
await transaction(beginFolding);
await runDueJobs(listeners);
const passwordHash = await hashPassword(password);
for (const portalId of [mainPortal, rivalPortal, ...imports]) await setUp(portalId);
await holdRivalDomains();
if (lists > 0) await makeLists();
const ids = await fill(cast);
await mixStatuses(ids.slice(cast.bulk * bulkStages.length));
// As the program does by itself within ten seconds.
await indexSearch();
const middle = Math.floor(ids.length / 2);
process.stdout.write(
  `${JSON.stringify({
    portalId: mainPortal,
    lists,
    cookie: await cookieOf(mainPortal),
    middleId: ids[middle],
    oneEmail: contactValues(middle, cast)["email"],
    someIds: ids.slice(-200),
    bulk: cast.bulk,
    imports: await Promise.all(imports.map(async (portalId) => ({ portalId, cookie: await cookieOf(portalId) }))),
  })}\n`,
);
await closeStore();

async function setUp(hubId: number): Promise<void> {
  await transaction(async (tx) => {
    await createPortal(tx, { hubId, name: `Portal ${hubId}`, timeZone: "UTC", kind: "partner" });
    await createPartnerLists(tx, hubId);
    const personId = await createPerson(tx, { name: `Person ${hubId}`, email: emailOf(hubId), passwordHash });
    await addMember(tx, { personId, portalId: hubId, role: "partner" });
  });
}

function emailOf(portalId: number): string {
  return `person@portal-${portalId}.example`;
}

async function cookieOf(portalId: number): Promise<string> {
  const signedIn = await signIn({ email: emailOf(portalId), password, address: "bench" });
  if (!signedIn.ok) throw new Error(`nobody could sign in to ${portalId}: ${signedIn.no}`);
  return signedIn.value.cookie;
}

async function holdRivalDomains(): Promise<void> {
  const rivals = rivalDomains.map((domain) => ({ ...contactValues(0, cast), email: `a@${domain}`, website: domain }));
  await ask(rivalPortal, await store(rivalPortal, rivals));
}

/** Before there are contacts: each of them is then asked by all the lists. */
async function makeLists(): Promise<void> {
  const admin = { personId: "bench", name: "Bench", email: "bench@bench.example", portalName: "Bench" };
  const actor = { ...admin, portalId: mainPortal, role: "admin" as const, timeZone: "UTC" };
  await makeSeats(actor);
  for (let at = 0; at < lists; at += 1) await makeList(actor, at);
  await runDueJobs(listeners);
}

async function fill({ contacts }: Cast): Promise<number[]> {
  const stored: number[] = [];
  const atOnce = 1_000;
  for (let at = 0; at < contacts; at += atOnce) {
    const many = Math.min(atOnce, contacts - at);
    const some = Array.from({ length: many }, (_, one) => ({
      ...contactValues(at + one, cast),
      ...(lists > 0 && listedValues(at + one)),
    }));
    stored.push(...(await store(mainPortal, some)));
  }
  return stored;
}

function store(portalId: number, given: readonly Record<string, string>[]): Promise<number[]> {
  return transaction(async (tx) => {
    const fresh = await newIds(tx, given.length);
    const createdAt = now();
    const changes = given.map((typed, at) => {
      const values = merged({}, typed);
      return { before: null, after: newContact({ id: fresh[at] ?? 0, portalId, values, createdAt }) };
    });
    await storeContacts(tx, { source: "import", who: "Bench", at: createdAt }, changes);
    return fresh;
  });
}

/** Some thousands are decided by the real engine, so that every list has somebody in it. */
async function mixStatuses(others: readonly number[]): Promise<void> {
  await ask(mainPortal, others.slice(0, 5_000));
}

async function ask(portalId: number, contactIds: readonly number[]): Promise<void> {
  for (let at = 0; at < contactIds.length; at += 500) {
    const asked = { contactIds: contactIds.slice(at, at + 500) };
    await transaction((tx) => requestRegistrations(tx, { portalId, name: "Bench" }, asked));
  }
  await runDueJobs(listeners);
}
