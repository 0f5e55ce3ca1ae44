import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { notice } from "#db/schema/notices.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { type News, onceOf } from "#lib/notices/notice.ts";
import { mailServer } from "#lib/notices/queries/mail-server.ts";

const atOnce = 500;

/** The line in which whoever tells, and whoever mails, stands: what is told in one wake is one e-mail. */
export const noticesQueue = "notices";

/** Puts notices into the bells of portals and wakes the mail; what was told before is not told again. Answers how many. */
export async function tell(tx: Db, ...news: readonly News[]): Promise<number> {
  let told = 0;
  for (let from = 0; from < news.length; from += atOnce) told += await tellSome(tx, news.slice(from, from + atOnce));
  if (told > 0 && mailServer() !== undefined) {
    await enqueue(tx, "mail-notices", {}, { queue: noticesQueue, key: "mail-notices" });
  }
  return told;
}

async function tellSome(tx: Db, news: readonly News[]): Promise<number> {
  const ids = await newIds(tx, news.length);
  const at = now();
  // Without a mail server nothing waits for one: whoever sets it up later is not sent the past.
  const mailedAt = mailServer() === undefined ? at : null;
  const told = await tx
    .insert(notice)
    .values(
      news.map((each, place) => ({
        id: ids[place] ?? 0,
        portalId: each.portalId,
        kind: each.kind,
        key: each.key,
        about: each.about,
        once: onceOf(each),
        at,
        mailedAt,
      })),
    )
    .onConflictDoNothing({ target: [notice.portalId, notice.once] })
    .returning({ id: notice.id });
  return told.length;
}
