import { db } from "#db/client.ts";
import { reading } from "#lib/api/queries.ts";
import { readPolicy } from "#lib/registration/policy-form.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { simulatePolicy } from "#lib/registration/queries/simulation.ts";
import { simulationFile } from "#lib/registration/simulation-file.ts";
import { no } from "#lib/result.ts";

/** The whole simulation that the page shows the beginning of, as a file. */
export const GET = reading(
  async ({ url }) => {
    const { version, ...inForce } = await policyInForce(db);
    const asked = readPolicy((field) => url.searchParams.get(field) ?? undefined, inForce);
    if (!asked.ok) return no("invalid-input");
    const { differences, portalNames } = await simulatePolicy({ ...asked.settings, version });
    const lines = simulationFile(differences, (portalId) => portalNames.get(portalId) ?? "");
    return new Response(streamOf(lines), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="policy simulation.csv"',
        "x-content-type-options": "nosniff",
      },
    });
  },
  { roles: ["channel-manager"] },
);

function streamOf(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}
