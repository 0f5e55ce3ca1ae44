import { randomUUID } from "node:crypto";
import { log } from "#lib/log.ts";
import { type No, noOfFault, refusal } from "#lib/api/answers.ts";
import type { Actor, Role } from "#lib/portals/actor.ts";
import { memberOf } from "#lib/portals/queries/member-of.ts";
import type { Result } from "#lib/result.ts";

/** A finished Response (a stream, an ETag), or a Result that becomes JSON and an HTTP status. */
export type Answer = Response | Result<unknown, No>;

/** What Next.js hands over beside the request: the parts of the path in brackets. */
type Route = { params: Promise<Record<string, string | string[] | undefined>> };
export type Serve = (request: Request, route?: Route) => Promise<Response>;

export type Call = {
  request: Request;
  url: URL;
  params: Record<string, string | string[] | undefined>;
  correlationId: string;
};
export type MemberCall = Call & { actor: Actor };

/** A GET for members: `route.ts` says `export const GET = reading(async ({ actor, url }) => …)`. */
export function reading(
  handler: (call: MemberCall) => Promise<Answer>,
  { roles }: { roles?: readonly Role[] } = {},
): Serve {
  return serving(async (call, seen) => {
    const admitted = await admit(call, roles);
    if (!admitted.ok) return admitted;
    seen.actor = admitted.value;
    return handler({ ...call, actor: admitted.value });
  });
}

/** Who calls, and may they? To the wrong role the thing does not exist. */
export async function admit(
  call: Call,
  roles: readonly Role[] | undefined,
): Promise<Result<Actor, "signed-out" | "not-found">> {
  const actor = await memberOf(call.request.headers);
  if (actor === null) return { ok: false, no: "signed-out" };
  return roles?.includes(actor.role) === false ? { ok: false, no: "not-found" } : { ok: true, value: actor };
}

/** What the log line may say about the caller; `path` stands for one that is itself a secret. */
export type Seen = { actor?: Actor; path?: string };
/** `detail` is a sentence for the caller. */
export type Told = Answer | { ok: false; no: No; detail: string };

/** Every request of the API passes here: a correlation id, one log line, no cache, nothing internal in any answer. */
export function serving(work: (call: Call, seen: Seen) => Promise<Told>): Serve {
  return async (request, route) => {
    const [correlationId, begun, seen]: [string, number, Seen] = [randomUUID(), performance.now(), {}];
    const url = new URL(request.url);
    const response = await answer(async () => {
      const params = (await route?.params) ?? {};
      return work({ request, url, params, correlationId }, seen);
    }, correlationId);

    response.headers.set("x-correlation-id", correlationId);
    if (!response.headers.has("cache-control")) {
      response.headers.set("cache-control", response.headers.has("etag") ? "private, no-cache" : "no-store");
    }
    log.info(
      {
        method: request.method,
        path: seen.path ?? url.pathname,
        status: response.status,
        ms: Math.round(performance.now() - begun),
        requestId: correlationId,
        personId: seen.actor?.personId,
        portalId: seen.actor?.portalId,
      },
      "request",
    );
    return response;
  };
}

async function answer(work: () => Promise<Told>, correlationId: string): Promise<Response> {
  try {
    const told = await work();
    // A new one: the headers of a redirect or a passed-on answer cannot be changed.
    if (told instanceof Response) return new Response(told.body, told);
    return told.ok
      ? Response.json(told.value)
      : refused(told.no, correlationId, "detail" in told ? told.detail : undefined);
  } catch (fault) {
    const no = noOfFault(fault);
    log.error({ fault: describe(fault), requestId: correlationId }, no);
    return refused(no, correlationId);
  }
}

/** drizzle writes the values of a failed query into its message; the log gets the place and the cause's code alone. */
function describe(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const places = fault.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) ?? [];
  const cause: unknown = fault.cause instanceof Error ? fault.cause : fault;
  return {
    kind: fault.name,
    code: Reflect.get(Object(cause), "code"),
    at: places.slice(0, 8).map((line) => line.trim()),
  };
}

function refused(no: No, correlationId: string, detail?: string): Response {
  const { status, body } = refusal(no, correlationId, detail);
  return Response.json(body, { status });
}
