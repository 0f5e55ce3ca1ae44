import type { z } from "zod";
import { readText } from "#lib/api/commands/body.ts";
import type { No } from "#lib/api/answers.ts";
import { admit, type Call, type MemberCall, serving, type Serve, type Told } from "#lib/api/queries.ts";
import { env } from "#lib/env.ts";
import type { Role } from "#lib/portals/actor.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { no, type Result, yes } from "#lib/result.ts";

type Wanted<Schema extends z.ZodType> = {
  /** A `z.strictObject`: what it does not name is refused by name. */
  schema: Schema;
  /** 1 MB when not said. */
  limitBytes?: number;
  /** Every role when not said. */
  roles?: readonly Role[];
};

/**
 * A write for members, with a JSON body. Always in this order: who, may they, from our own pages, content type, size while
 * it streams in, parse, act. `export const POST = mutating({ schema }, async ({ actor, input }) => transaction(…))`.
 */
export function mutating<Schema extends z.ZodType>(wanted: Wanted<Schema>, handler: ForMember<Schema>): Serve {
  return byMember(wanted, json, handler);
}

/** The same with the body of a plain form, for one that a file comes from: it works without JavaScript. */
export function mutatingByForm<Schema extends z.ZodType>(wanted: Wanted<Schema>, handler: ForMember<Schema>): Serve {
  return byMember(wanted, form, handler);
}

type ForMember<Schema extends z.ZodType> = (call: MemberCall & { input: z.output<Schema> }) => Promise<Told>;

function byMember<Schema extends z.ZodType>(
  wanted: Wanted<Schema>,
  spelling: Spelling,
  handler: ForMember<Schema>,
): Serve {
  return serving(async (call, seen) => {
    const admitted = await admit(call, wanted.roles);
    if (!admitted.ok) return admitted;
    const actor = admitted.value;
    seen.actor = actor;
    const input = await inputOf(call, wanted, spelling);
    return input.ok ? handler({ ...call, actor, input: input.value }) : input;
  });
}

/** A plain form that anyone may post from our pages, signed in or not; it works without JavaScript. */
export function submitting<Schema extends z.ZodType>(
  wanted: Omit<Wanted<Schema>, "roles">,
  handler: (call: Call & { input: z.output<Schema> }) => Promise<Told>,
): Serve {
  return serving(async (call) => {
    const input = await inputOf(call, wanted, form);
    return input.ok ? handler({ ...call, input: input.value }) : input;
  });
}

type Spelling = { contentType: string; read: (text: string) => Result<unknown, "bad-json"> };

const json: Spelling = {
  contentType: "application/json",
  read(text) {
    try {
      return yes<unknown>(JSON.parse(text));
    } catch {
      return no("bad-json");
    }
  },
};

const form: Spelling = {
  contentType: "application/x-www-form-urlencoded",
  read: (text) => yes(Object.fromEntries(new URLSearchParams(text))),
};

type Refused = { ok: false; no: No } | { ok: false; no: No; detail: string };

async function inputOf<Schema extends z.ZodType>(
  { request }: Call,
  { schema, limitBytes = 1_000_000 }: Omit<Wanted<Schema>, "roles">,
  spelling: Spelling,
): Promise<{ ok: true; value: z.output<Schema> } | Refused> {
  if (!isFromOurselves(request.headers, env.DIBS_ORIGIN)) return no("foreign-origin");
  const [contentType = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (contentType.trim().toLowerCase() !== spelling.contentType) return no("wrong-type");

  const text = await readText(request, limitBytes);
  if (!text.ok) return text;
  const read = spelling.read(text.value);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? yes(parsed.data) : { ...no("invalid-input"), detail: faultsOf(parsed.error) };
}

const mostFaults = 20;

/** "website: too long; status: not yours to set" — the places and zod's own words, never the values. */
function faultsOf({ issues }: z.ZodError): string {
  const faults = issues
    .slice(0, mostFaults)
    .map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
  return faults.join("; ").slice(0, 2000);
}
