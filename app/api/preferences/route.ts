import { z } from "zod";
import { submitting } from "#lib/api/commands/mutating.ts";
import { env } from "#lib/env.ts";
import { sessionCookie } from "#lib/portals/cookie.ts";
import { ownPath } from "#lib/portals/origin.ts";
import { densities, themes } from "#lib/portals/preferences.ts";

const Preferences = z.strictObject({
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  /** Where to go back to: a path of ours. Without it, back to where the form stood. */
  back: z.string().optional(),
});

/** Keeps how the screens look, for a year, in this browser alone. */
export const POST = submitting({ schema: Preferences, limitBytes: 4096 }, async ({ request, input }) => {
  const { secure } = sessionCookie(request.headers.get("host"), env.DIBS_ORIGIN).options;
  const headers = new Headers({ location: ownPath(input.back) ?? pathOf(request.headers.get("referer")) ?? "/" });
  for (const name of ["theme", "density"] as const) {
    const chosen = input[name];
    const attributes = `Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
    if (chosen !== undefined) headers.append("set-cookie", `${name}=${chosen}; ${attributes}`);
  }
  return new Response(null, { status: 303, headers });
});

/** Only its path: it was asked for from our own origin, and that is where it leads back to. */
function pathOf(referer: string | null): string | undefined {
  const read = URL.parse(referer ?? "");
  return read === null ? undefined : ownPath(`${read.pathname}${read.search}`);
}
