import type { Db } from "#db/client.ts";
import { updateRows } from "#db/rows.ts";
import { request } from "#db/schema/registration.ts";
import { steps } from "#db/transaction.ts";
import { countOutcomes } from "#lib/registration/commands/count-outcomes.ts";
import { closeDesk, type Desk, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { lapse } from "#lib/registration/commands/lapse.ts";
import { nextRequests, type RequestRow, type Scope, type Served } from "#lib/registration/commands/next-requests.ts";
import { serveContact } from "#lib/registration/commands/serve-contact.ts";
import { servePursuit } from "#lib/registration/commands/serve-pursuit.ts";
import { insertRequests } from "#lib/registration/commands/open-request.ts";

// A step holds the writer for some fifty milliseconds: more would make other writers wait.
const atOnce = 300;

/** Decides every open request in the scope, strictly by receipt within a domain (event E4). Answers how many. */
export async function settle(scope: Scope): Promise<number> {
  let decided = 0;
  for (;;) {
    const counts = await steps(
      (tx) => settleSome(tx, scope),
      (count) => count > 0,
    );
    decided += counts.reduce((sum, count) => sum + count);
    if (counts.at(-1) === 0) return decided;
  }
}

/** One step of `settle`, in the caller's transaction. */
export async function settleSome(tx: Db, scope: Scope): Promise<number> {
  const desk = await openDesk(tx);
  const asked = await nextRequests(tx, scope, atOnce);
  if (asked.length === 0) return 0;

  await layOut(desk, {
    contactIds: asked.flatMap(({ contactId }) => contactId ?? []),
    keys: asked.map(({ key }) => key),
  });
  lapse(desk);
  const served = asked.map((each) => serve(desk, each));
  await updateRows(
    tx,
    request,
    served.map(({ now }) => now),
    asked,
  );
  await insertRequests(
    tx,
    served.flatMap(({ again }) => again ?? []),
  );
  await countOutcomes(
    tx,
    served.map(({ now }) => now),
  );
  await closeDesk(desk);
  return asked.length;
}

function serve(desk: Desk, asked: RequestRow): Served {
  return asked.kind === "pursuit" ? { now: servePursuit(desk, asked) } : serveContact(desk, asked);
}
