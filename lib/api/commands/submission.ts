import { z } from "zod";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { type No, refusal } from "#lib/api/answers.ts";
import { readText } from "#lib/api/commands/body.ts";
import { type Serve, serving } from "#lib/api/queries.ts";
import { env } from "#lib/env.ts";
import { readSent } from "#lib/forms/commands/read-sent.ts";
import { submitForm } from "#lib/forms/commands/submit-form.ts";
import { gathered, type Given, type Problems, unknownNames } from "#lib/forms/entry.ts";
import { mistakesPage } from "#lib/forms/mistakes-page.ts";
import { readPublicId, thanksPath } from "#lib/forms/public-id.ts";
import { visitedForm } from "#lib/forms/queries/visited.ts";
import { sendingRefused } from "#lib/forms/sentences.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { no, type Result, yes } from "#lib/result.ts";

const limitBytes = 100_000;
const mostUnknown = 20;

/** Any website may ask: no cookie comes along, and no answer says whom the portal knows. */
const anywhere = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "content-type",
  "access-control-max-age": "86400",
};

export function openToAll(): Response {
  return new Response(null, { status: 204, headers: anywhere });
}

/**
 * A form of a portal that stands on a website of its own: form-encoded, as a browser sends it by itself, or JSON. A person
 * is answered with a page, a program in JSON.
 */
export function takingSubmissions(): Serve {
  return serving(async ({ request, params, correlationId }, seen) => {
    seen.path = "/api/forms/[id]/submissions";
    const kind = kindOf(request) ?? "json";
    const told = await take(request, readPublicId(params["id"]));
    const answer = told.ok ? taken(told.value, kind) : refused(told, { kind, correlationId });
    for (const [name, value] of Object.entries(anywhere)) answer.headers.set(name, value);
    return answer;
  });
}

type Taken = { publicId: string; thanks: string; redirect: string };
type Refused = { ok: false; no: No; problems?: Problems };

async function take(request: Request, publicId: string): Promise<{ ok: true; value: Taken } | Refused> {
  const given = await readBody(request);
  if (!given.ok) return given;
  const found = await visitedForm(db, publicId);
  if (found === undefined) return no("not-found");
  if (!mayPost(request.headers, found.origins)) return no("foreign-origin");

  const unknown = unknownNames(found.fields, given.value).slice(0, mostUnknown);
  if (unknown.length > 0) return { ...no("invalid-input"), problems: Object.fromEntries(unknown.map(notAsked)) };
  const sent = await readSent(publicId, given.value, request.headers);
  const done = await transaction((tx) => submitForm(tx, publicId, sent));
  if (done.ok) return yes({ publicId, ...done.value });
  if (done.no === "values-refused") return { ...no("invalid-input"), problems: done.problems };
  return no(done.no === "form-not-found" ? "not-found" : done.no);
}

/** A form that names websites takes nothing from the pages of others; what names no page is no browser. */
function mayPost(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get("origin");
  return (
    origins.length === 0 || origin === null || origins.includes(origin) || isFromOurselves(headers, env.DIBS_ORIGIN)
  );
}

type Kind = "json" | "page";

const kinds = new Map<string, Kind>([
  ["application/json", "json"],
  ["application/x-www-form-urlencoded", "page"],
]);

function kindOf({ headers }: Request): Kind | undefined {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return kinds.get(type.trim().toLowerCase());
}

const Fields = z.record(z.string().max(200), z.union([z.string(), z.number(), z.boolean()]));

async function readBody(
  request: Request,
): Promise<Result<Given, "wrong-type" | "too-large" | "cut-off" | "bad-json" | "invalid-input">> {
  const kind = kindOf(request);
  if (kind === undefined) return no("wrong-type");
  const text = await readText(request, limitBytes);
  if (!text.ok) return text;
  if (kind === "page") return yes(gathered(new URLSearchParams(text.value)));
  const read = readJson(text.value);
  if (!read.ok) return read;
  const fields = Fields.safeParse(read.value);
  if (!fields.success) return no("invalid-input");
  return yes(gathered(Object.entries(fields.data).map(([name, value]) => [name, String(value)])));
}

function readJson(text: string): Result<unknown, "bad-json"> {
  try {
    return yes<unknown>(JSON.parse(text));
  } catch {
    return no("bad-json");
  }
}

function notAsked(name: string): [string, string] {
  return [name, `“${name.slice(0, 60)}” is nothing that this form asks for`];
}

function taken({ publicId, thanks, redirect }: Taken, kind: Kind): Response {
  if (kind === "json") return Response.json({ received: true, thanks, redirect });
  return new Response(null, { status: 303, headers: { location: redirect || thanksPath(publicId, { embed: false }) } });
}

function refused(told: Refused, { kind, correlationId }: { kind: Kind; correlationId: string }): Response {
  const sentences = Object.values(told.problems ?? {}).map((problem) => `${problem}.`);
  const detail = told.no === "too-many" ? sendingRefused[told.no] : sentences.join(" ") || undefined;
  const { status, body } = refusal(told.no, correlationId, detail);
  if (kind === "json") return Response.json({ ...body, ...(told.problems && { problems: told.problems }) }, { status });
  const page = mistakesPage(sentences.length > 0 ? sentences : [body.message]);
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}
