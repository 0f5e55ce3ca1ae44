import { admit, serving } from "#lib/api/queries.ts";
import { readId } from "#lib/contacts/id.ts";
import { env } from "#lib/env.ts";
import { type Received, receiveFile } from "#lib/imports/commands/receive-file.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { no } from "#lib/result.ts";

/**
 * Takes a CSV file: the field `file` of a form, or a text/csv body whose name stands in x-file-name. A page is led on to the
 * import, a program gets its id. `?again=17` names the import whose failed rows the file brings back. The body is streamed; proxy.ts leaves /api out, or it would be cut at 10 MB.
 */
export const POST = serving(async (call, seen) => {
  const { headers, body } = call.request;
  const isPage = headers.get("accept")?.includes("text/html") ?? false;
  const admitted = await admit(call, undefined);
  if (!admitted.ok) return isPage ? seeOther("/sign-in?next=%2Fimports") : admitted;
  seen.actor = admitted.value;
  if (!isFromOurselves(headers, env.DIBS_ORIGIN)) return no("foreign-origin");

  const promised = headers.get("content-length");
  const received = await receiveFile(admitted.value, {
    body,
    contentType: headers.get("content-type") ?? "",
    promisedBytes: promised === null ? null : Number(promised),
    fileName: decoded(headers.get("x-file-name") ?? ""),
    parentId: readId(call.url.searchParams.get("again") ?? undefined),
  });
  return isPage ? seeOther(pathOf(received)) : told(received);
});

function pathOf(received: Received): string {
  if (received.ok) return `/imports/${received.value.importId}`;
  return received.importId === null ? `/imports?refused=${received.no}` : `/imports/${received.importId}`;
}

function told(received: Received) {
  if (received.ok) return Response.json(received.value, { status: 201, headers: { location: pathOf(received) } });
  const code = received.no === "too-large" || received.no === "cut-off" ? received.no : "invalid-input";
  return { ...no(code), detail: received.message };
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function decoded(spelled: string): string {
  try {
    return decodeURIComponent(spelled);
  } catch {
    return spelled;
  }
}
