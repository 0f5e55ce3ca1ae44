import { reading } from "#lib/api/queries.ts";
import { no } from "#lib/result.ts";
import { streamOf } from "#lib/stream.ts";
import { proofOf } from "#lib/sales/queries/proof.ts";

/** The proof of a domain, for portals that hold it, held it or asked for it; docs/verify-a-proof.md checks it. */
export const GET = reading(async ({ actor, params }) => {
  const key = typeof params["key"] === "string" ? params["key"] : "";
  const proof = await proofOf(actor, key);
  if (proof === undefined) return no("not-found");
  return new Response(streamOf(proof), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="${key}.proof.jsonl"`,
      "x-content-type-options": "nosniff",
    },
  });
});
