import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { db, type Db } from "#db/client.ts";
import { notice } from "#db/schema/notices.ts";
import { membership, person, portal } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { log } from "#lib/log.ts";
import { isRefusedForGood, post } from "#lib/notices/client.ts";
import { type DigestPortal, digestOf, settingsLink } from "#lib/notices/digest.ts";
import { type MailServer, mailServer } from "#lib/notices/queries/mail-server.ts";

/** One e-mail that is to go out: to whom, and about which notices. */
export const Digest = z.strictObject({
  personId: z.string(),
  noticeIds: z.array(z.number().int()).min(1),
  /** How often the mail server was away already. */
  tries: z.number().int().default(0),
});
export type Digest = z.infer<typeof Digest>;

/** Gathers what nobody was mailed yet into one digest a person, each a job of its own: one full mailbox stops nobody else. */
export async function mailNotices(tx: Db): Promise<void> {
  const unmailed = await tx
    .update(notice)
    .set({ mailedAt: now() })
    .where(isNull(notice.mailedAt))
    .returning({ id: notice.id, portalId: notice.portalId });
  if (unmailed.length === 0) return;

  const idsByPortal = Map.groupBy(unmailed, ({ portalId }) => String(portalId));
  const members = await tx
    .select({ personId: membership.userId, portal: membership.organizationId })
    .from(membership)
    .where(and(inArray(membership.organizationId, [...idsByPortal.keys()]), eq(membership.noticesByMail, true)));
  for (const [personId, theirs] of Map.groupBy(members, (member) => member.personId)) {
    const ids = theirs.flatMap((member) => idsByPortal.get(member.portal)?.map(({ id }) => id) ?? []);
    await enqueue(tx, "send-digest", { personId, noticeIds: ids.toSorted((a, b) => a - b) });
  }
}

const minuteMs = 60_000;
/** A mail server may be away for a day; the bell has the news meanwhile. */
const waitsMinutes = [1, 5, 15, 60, 180, 420, 720];

/** Sends one digest; a mail server that is away is asked again later. */
export async function sendDigest(digest: Digest): Promise<void> {
  const server = mailServer();
  if (server === undefined) return;
  try {
    await deliver(digest, server);
  } catch (fault) {
    const waitMinutes = waitsMinutes[digest.tries];
    if (isRefusedForGood(fault)) {
      log.warn({ personId: digest.personId }, "the mail server knows no such mailbox");
    } else if (waitMinutes === undefined) {
      throw fault;
    } else {
      const again = { ...digest, tries: digest.tries + 1 };
      const runAt = Date.now() + waitMinutes * minuteMs;
      await transaction((tx) => enqueue(tx, "send-digest", again, { runAt }));
    }
  }
}

async function deliver({ personId, noticeIds }: Digest, server: MailServer): Promise<void> {
  const [to] = await db
    .select({ name: person.name, address: person.email })
    .from(person)
    .where(eq(person.id, personId));
  const portals = await portalsIn({ personId, noticeIds });
  if (to === undefined || portals.length === 0) return;

  const { home } = server;
  const { subject, text } = digestOf({ name: to.name, home, portals });
  const id = `<notices.${personId}.${noticeIds.at(-1)}@${new URL(home).hostname}>`;
  await post({ id, to, subject, text, unsubscribe: settingsLink(home) }, server);
}

/** Asked at the last moment: whoever left a portal, or wants no e-mail any more, is not told of it. */
async function portalsIn({ personId, noticeIds }: Pick<Digest, "personId" | "noticeIds">): Promise<DigestPortal[]> {
  const rows = await db
    .select({ hubId: portal.hubId, name: portal.name, kind: notice.kind, key: notice.key, about: notice.about })
    .from(notice)
    .innerJoin(portal, eq(portal.hubId, notice.portalId))
    .innerJoin(membership, and(eq(membership.organizationId, portal.id), eq(membership.userId, personId)))
    .where(and(inArray(notice.id, noticeIds), eq(membership.noticesByMail, true)))
    .orderBy(asc(portal.name), asc(notice.id));
  return [...Map.groupBy(rows, ({ hubId }) => hubId)].map(([hubId, notices]) => ({
    hubId,
    name: notices[0]?.name ?? "",
    notices,
  }));
}
