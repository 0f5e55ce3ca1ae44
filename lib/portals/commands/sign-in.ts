import { isAPIError } from "better-auth/api";
import { and, asc, eq, lt } from "drizzle-orm";
import { membership, session } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { auth } from "#lib/portals/commands/auth.ts";
import { sealed, sealOf } from "#lib/portals/commands/seal.ts";
import { areLocked, countTry } from "#lib/portals/commands/tries.ts";
import { longestPassword } from "#lib/portals/password.ts";
import { no, type Result, yes } from "#lib/result.ts";

export type SignIn = {
  email: string;
  password: string;
  /** The caller's network address, as far as it is known. */
  address: string;
};

/**
 * A new session in the person's first portal; answers the value of its cookie. Known and unknown people, and people
 * without a portal, are refused in the same time and words.
 */
export async function signIn(asked: SignIn): Promise<Result<{ cookie: string }, "wrong" | "too-many">> {
  const email = asked.email.trim().toLowerCase();
  const subjects = [await subject("account", email), await subject("address", asked.address)];
  if (await areLocked(subjects)) return no("too-many");

  const token = await sessionFor(email, asked.password);
  const told = await countTry(subjects, token === undefined ? "wrong" : "right");
  if (token === undefined) return no(told === "told" ? "wrong" : "too-many");
  if (told === "told" && (await enterFirstPortal(token))) return yes({ cookie: await sealed(token) });

  await transaction((tx) => tx.delete(session).where(eq(session.token, token)));
  return no(told === "told" ? "wrong" : "too-many");
}

async function subject(kind: "account" | "address", value: string): Promise<string> {
  return (await sealOf(`${kind}:${value}`)).toString("base64url");
}

/** better-auth spends the time of a hash on an unknown person too. */
async function sessionFor(email: string, password: string): Promise<string | undefined> {
  if (password.length > longestPassword) return undefined;
  try {
    const { api } = await auth();
    return (await api.signInEmail({ body: { email, password } })).token;
  } catch (fault) {
    if (isAPIError(fault) && fault.statusCode < 500) return undefined;
    throw fault;
  }
}

/** Also sweeps away what is left of the person's former sessions. */
function enterFirstPortal(token: string): Promise<boolean> {
  return transaction(async (tx) => {
    const [home] = await tx
      .select({ personId: session.userId, portal: membership.organizationId })
      .from(session)
      .innerJoin(membership, eq(membership.userId, session.userId))
      .where(eq(session.token, token))
      .orderBy(asc(membership.createdAt), asc(membership.id))
      .limit(1);
    if (home === undefined) return false;
    await tx.update(session).set({ activeOrganizationId: home.portal }).where(eq(session.token, token));
    const over = and(eq(session.userId, home.personId), lt(session.expiresAt, new Date(now())));
    await tx.delete(session).where(over);
    return true;
  });
}
