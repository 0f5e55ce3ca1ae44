export const dynamic = "force-dynamic";

/** The process answers; what it needs is asked by `ready`. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}
