import { reading } from "#lib/api/queries.ts";
import { resultFile } from "#lib/bulk/queries/result-file.ts";
import { readId } from "#lib/contacts/id.ts";

/** What became of every contact of a bulk change: its outcome, why, and what stood there before and after. */
export const GET = reading(async ({ actor, params }) => {
  const file = await resultFile(actor, readId(params["id"]));
  if (!file.ok) return file;
  const { fileName, body } = file.value;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
    },
  });
});
