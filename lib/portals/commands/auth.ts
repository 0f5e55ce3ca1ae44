import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { organization } from "better-auth/plugins/organization";
import { type Db, db } from "#db/client.ts";
import * as schema from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { env, onPostgres } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { oneInProgram } from "#lib/one.ts";
import { secret } from "#lib/portals/commands/seal.ts";
import { longestPassword, shortestPassword } from "#lib/portals/password.ts";
import { newSession } from "#lib/portals/session.ts";

// better-auth finds the account, checks the password and makes the session; it is asked in process only, no route hands
// out its endpoints. Reading and ending a session is ours (queries.ts, sessions.ts): one query on our clock instead of three.
// It stands among the commands because everything it does writes.

const held = oneInProgram<{ auth?: ReturnType<typeof makeAuth> }>("auth", () => ({}));

/** Made on first use: the secret may have to be read from the database. */
export async function auth() {
  return (held.auth ??= makeAuth(await secret()));
}

/** argon2id as OWASP asks (19 MiB, 2 passes). Takes some 20 ms beside the event loop: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

function makeAuth(key: string) {
  const { person, session, account, verification, portal, membership, invitation } = schema;
  return betterAuth({
    secret: key,
    baseURL: env.DIBS_ORIGIN ?? `http://localhost:${env.PORT}`,
    telemetry: { enabled: false },
    // Its words may hold an e-mail, and a wrong password is no news.
    logger: { level: "error", log: (level, message) => log.error({ level, message }, "better-auth") },
    database: drizzleAdapter(throughTransactions, {
      provider: onPostgres ? "pg" : "sqlite",
      schema: { person, session, account, verification, portal, membership, invitation },
    }),
    user: { modelName: "person" },
    session: { expiresIn: 60 * 60, updateAge: 5 * 60, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: async (made) => ({ data: { ...made, ...onOurClock() } }) } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: (given) => verify(given.hash, given.password) },
    },
    // Counted by tries.ts, in the database.
    rateLimit: { enabled: false },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        schema: {
          organization: {
            modelName: "portal",
            additionalFields: {
              hubId: { type: "number", required: true },
              kind: { type: "string", required: true },
              timeZone: { type: "string", required: true },
            },
          },
          member: { modelName: "membership" },
        },
      }),
    ],
  });
}

function onOurClock() {
  const { createdAt, updatedAt, expiresAt } = newSession(now());
  return { createdAt: new Date(createdAt), updatedAt: new Date(updatedAt), expiresAt: new Date(expiresAt) };
}

/** What better-auth writes takes its turn like everything else; what it reads comes from the reader. */
const throughTransactions = {
  select: (...columns: unknown[]) => called(db, "select", columns),
  insert: (...into: unknown[]) => inItsTurn((tx) => called(tx, "insert", into)),
  update: (...which: unknown[]) => inItsTurn((tx) => called(tx, "update", which)),
  delete: (...from: unknown[]) => inItsTurn((tx) => called(tx, "delete", from)),
};

/** Keeps a chain of calls, and makes them on `tx` once it is awaited. */
function inItsTurn(chain: (tx: Db) => unknown): object {
  return new Proxy(
    {},
    {
      get: (_, name) =>
        name === "then"
          ? (...settled: Parameters<Promise<unknown>["then"]>) => transaction(async (tx) => chain(tx)).then(...settled)
          : (...given: unknown[]) => inItsTurn((tx) => called(chain(tx), name, given)),
    },
  );
}

function called(on: unknown, name: string | symbol, given: unknown[]): unknown {
  if (typeof on !== "object" || on === null) throw new TypeError(`${String(name)} of nothing`);
  const method: unknown = Reflect.get(on, name);
  if (typeof method !== "function") throw new TypeError(`${String(name)} is no method`);
  return Reflect.apply(method, on, given);
}
