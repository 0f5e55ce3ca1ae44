import { reading } from "#lib/api/queries.ts";
import { no } from "#lib/result.ts";
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

// The type of ReadableStream.from is not known to the browser's library of TypeScript.
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
