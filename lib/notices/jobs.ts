import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { Digest, mailNotices, sendDigest } from "#lib/notices/commands/mail-notices.ts";
import { passMidnight, remind } from "#lib/notices/commands/remind.ts";
import { tell } from "#lib/notices/commands/tell.ts";
import { tellWatchers } from "#lib/notices/commands/tell-watchers.ts";

const Freed = z.strictObject({ keys: z.array(z.string()) });

const id = z.number().int();
const about = z.object({ portalId: id, key: z.string() });

/** What registration leaves word of, since it may not tell upwards itself. */
const Told = z.strictObject({
  news: z.array(
    z.discriminatedUnion("kind", [
      about.extend({ kind: z.literal("transfer-offered"), about: z.strictObject({ transfer: id, from: id }) }),
      about.extend({
        kind: z.enum(["transfer-accepted", "transfer-declined"]),
        about: z.strictObject({ transfer: id, by: id }),
      }),
      about.extend({ kind: z.literal("transferred"), about: z.strictObject({ transfer: id, from: id, to: id }) }),
      about.extend({ kind: z.literal("revoked"), about: z.strictObject({ registration: id, reason: z.string() }) }),
    ]),
  ),
});

/** What is told, and when. */
export const noticeJobs = {
  "registry-day": () => transaction(passMidnight),
  remind: () => remind(),
  "domains-freed": async (args: unknown) => {
    const { keys } = Freed.parse(args);
    await transaction((tx) => tellWatchers(tx, keys));
  },
  "portals-told": async (args: unknown) => {
    await transaction((tx) => tell(tx, ...Told.parse(args).news));
  },
  "mail-notices": () => transaction(mailNotices),
  "send-digest": async (args: unknown) => {
    await sendDigest(Digest.parse(args));
  },
};
