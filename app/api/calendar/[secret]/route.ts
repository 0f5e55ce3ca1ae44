import { createHash } from "node:crypto";
import { serving } from "#lib/api/queries.ts";
import { env } from "#lib/env.ts";
import { calendarFile } from "#lib/notices/ics.ts";
import { calendarEntries } from "#lib/notices/queries/expiring.ts";
import { feedOf } from "#lib/notices/queries/feed.ts";
import { registryToday } from "#lib/registration/queries.ts";

/** A portal's expiry days for a calendar program, which brings no cookie: the secret in the path says whose. */
export const GET = serving(async ({ request, url, params }, seen) => {
  seen.path = "/api/calendar/[secret]";
  const feed = await feedOf(String(params["secret"]));
  if (feed === undefined) return { ok: false, no: "not-found" };

  const today = await registryToday();
  const home = new URL(
    env.DIBS_URL ?? env.DIBS_ORIGIN ?? `${url.protocol}//${request.headers.get("host") ?? url.host}`,
  );
  const name = `${feed.portalName}: expiring domains`;
  const entries = await calendarEntries(feed, today);
  const file = calendarFile({ name, home: home.origin, stampedOn: today, entries });
  const etag = `"${createHash("sha256").update(file).digest("base64url")}"`;
  // A calendar asks every few minutes: what it has already is not sent again.
  const headers = { "cache-control": "private, max-age=900", etag };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(file, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="expiring.ics"',
    },
  });
});
