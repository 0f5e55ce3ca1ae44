"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { mailNoticesTo, seeNotices } from "#lib/notices/commands/bell.ts";
import { renewFeed } from "#lib/notices/commands/renew-feed.ts";
import { requireMember } from "#lib/portals/queries.ts";

const UpTo = z.coerce.number().int().nonnegative();

/** "Mark all as read": all that the page showed, and what is older. */
export async function seeNoticesAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const upTo = UpTo.safeParse(form.get("upTo"));
  if (!upTo.success) notFound();
  await transaction((tx) => seeNotices(tx, member, upTo.data));
  revalidatePath("/", "layout");
  redirect("/notices");
}

export async function mailNoticesAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const byMail = form.get("byMail") === "1";
  await transaction((tx) => mailNoticesTo(tx, member, byMail));
  redirect(`/settings?done=${byMail ? "mailed" : "not-mailed"}#email`);
}

/** The path with the new secret: it is shown this once. */
export type FeedState = { path: string | null };

export async function renewFeedAction(_before: FeedState): Promise<FeedState> {
  const member = await requireMember();
  return { path: `/api/calendar/${await transaction((tx) => renewFeed(tx, member))}` };
}
