import { z } from "zod";
import { readText } from "#lib/api/commands/body.ts";
import { admit, serving } from "#lib/api/queries.ts";
import { env } from "#lib/env.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { dryRunAccounts, loadAccounts } from "#lib/registration/commands/pursue-many.ts";
import { no } from "#lib/result.ts";
import { Reason } from "#lib/sales/asked.ts";

const fileLimitBytes = 20_000_000;
// The other fields, and what stands between the fields.
const restLimitBytes = 16_000;

const AFile = z.object({ file: z.instanceof(File).refine(({ size }) => size > 0) });
const Accounts = AFile.extend({ reason: Reason });

/** A plain form with a file; the answer is the page that says what came of it, or the form with what is wrong. */
export const POST = serving(async (call, seen) => {
  const admitted = await admit(call, ["channel-manager"]);
  if (!admitted.ok) return admitted;
  seen.actor = admitted.value;
  const { request } = call;
  if (!isFromOurselves(request.headers, env.DIBS_ORIGIN)) return no("foreign-origin");
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.toLowerCase().startsWith("multipart/form-data;")) return no("wrong-type");

  const body = await readText(request, fileLimitBytes + restLimitBytes);
  if (!body.ok)
    return body.no === "cut-off" ? body : seeOther(`?problem=${body.no === "too-large" ? "too-large" : "not-text"}`);
  const form = await new Response(body.value, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) return no("invalid-input");
  if (form.get("dry") === "1") return dryRunOf(AFile.safeParse(Object.fromEntries(form)).data?.file);
  const asked = Accounts.safeParse(Object.fromEntries(form));
  if (!asked.success) {
    const missing = asked.error.issues.some(({ path }) => path[0] === "file") ? "file-missing" : "reason-missing";
    return seeOther(`?problem=${missing}`);
  }
  const { file, reason } = asked.data;
  const loaded = await loadAccounts(admitted.value, { name: file.name, content: file.stream(), reason });
  return seeOther(loaded.ok ? `/${loaded.value.number}` : `?problem=${loaded.no}`);
});

/** Nothing is kept of it: the address of the form carries the figures. */
async function dryRunOf(file: File | undefined): Promise<Response> {
  if (file === undefined) return seeOther("?problem=file-missing");
  const run = await dryRunAccounts({ name: file.name, content: file.stream() });
  if (!run.ok) return seeOther(`?problem=${run.no}`);
  const { rows, requested, alreadyPursued, duplicates, held, unreadable } = run.value;
  const figures = { rows, requested, alreadyPursued, duplicates, held: held.count, unreadable: unreadable.count };
  const said = Object.entries({ file: run.value.file, ...figures }).map(([name, value]) => [name, String(value)]);
  return seeOther(`?${new URLSearchParams(said)}`);
}

function seeOther(rest: string): Response {
  return new Response(null, { status: 303, headers: { location: `/domains/accounts${rest}` } });
}
