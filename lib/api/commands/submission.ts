import { transaction } from "#db/transaction.ts";
import { refusal } from "#lib/api/answers.ts";
import { readText } from "#lib/api/commands/body.ts";
import { type Serve, serving, type Told } from "#lib/api/queries.ts";
import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { readSent } from "#lib/forms/commands/read-sent.ts";
import { submitForm } from "#lib/forms/commands/submit-form.ts";
import { gathered, type Given, type Problems, unknownNames } from "#lib/forms/entry.ts";
import { readPublicId, thanksPath } from "#lib/forms/public-id.ts";
import { visitedForm } from "#lib/forms/queries/visited.ts";
import { mistakesPage } from "#lib/forms/mistakes-page.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { z } from "zod";

const limitBytes = 100_000;

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
 * A form of a portal that stands on a website of its own: form-encoded, as a browser sends it by itself, or JSON. Whoever
 * posts it as a page is led on to another page; a program is answered in JSON.
 */
export function takingSubmissions(): Serve {
  return serving(async ({ request, params, correlationId }, seen) => {
    seen.path = "/api/forms/[id]/submissions";
    const told = await take(request, readPublicId(params["id"]), correlationId);
    if (!(told instanceof Response)) return told;
    for (const [name, value] of Object.entries(anywhere)) told.headers.set(name, value);
    return told;
  });
}

async function take(request: Request, publicId: string, correlationId: string): Promise<Told> {
  const body = await readBody(request);
  if (!body.ok) return body;
  const found = await visitedForm(db, publicId);
  if (found === undefined) return no("not-found");
  if (!mayPost(request.headers, found.origins)) return no("foreign-origin");

  const { given, kind } = body.value;
  const unknown = unknownNames(found.fields, given);
  const refuse = (problems: Problems) => refused(problems, { kind, correlationId });
  if (unknown.length > 0) return refuse(Object.fromEntries(unknown.slice(0, 20).map(notAsked)));
  const sent = await readSent(publicId, given, request.headers);
  const done = await transaction((tx) => submitForm(tx, publicId, sent));
  if (!done.ok && done.no === "values-refused") return refuse(done.problems);
  if (!done.ok) return no(done.no === "form-not-found" ? "not-found" : done.no);
  const { thanks, redirect } = done.value;
  if (kind === "json") return Response.json({ received: true, thanks, redirect });
  return new Response(null, { status: 303, headers: { location: redirect || thanksPath(publicId, { embed: false }) } });
}

/** A form that names websites takes nothing from the pages of others; what names no page is no browser. */
function mayPost(headers: Headers, origins: readonly string[]): boolean {
  const origin = headers.get("origin");
  return (
    origins.length === 0 || origin === null || origins.includes(origin) || isFromOurselves(headers, env.DIBS_ORIGIN)
  );
}

type Body = { given: Given; kind: "json" | "page" };

const Fields = z.record(z.string().max(200), z.union([z.string(), z.number(), z.boolean()]));

async function readBody(
  request: Request,
): Promise<Result<Body, "wrong-type" | "too-large" | "cut-off" | "bad-json" | "invalid-input">> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  const kind = kinds.get(type.trim().toLowerCase());
  if (kind === undefined) return no("wrong-type");
  const text = await readText(request, limitBytes);
  if (!text.ok) return text;
  if (kind === "page") return yes({ kind, given: gathered(new URLSearchParams(text.value)) });
  const read = readJson(text.value);
  if (!read.ok) return read;
  const fields = Fields.safeParse(read.value);
  if (!fields.success) return no("invalid-input");
  return yes({ kind, given: gathered(Object.entries(fields.data).map(([name, value]) => [name, String(value)])) });
}

const kinds = new Map<string, Body["kind"]>([
  ["application/json", "json"],
  ["application/x-www-form-urlencoded", "page"],
]);

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

function refused(problems: Problems, { kind, correlationId }: { kind: Body["kind"]; correlationId: string }): Response {
  const sentences = Object.values(problems);
  const { status, body } = refusal("invalid-input", correlationId, `${sentences.join(". ")}.`);
  if (kind === "json") return Response.json({ ...body, problems }, { status });
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(mistakesPage(sentences), { status, headers });
}
