import { reading } from "#lib/api/queries.ts";
import { readId } from "#lib/contacts/id.ts";
import { failedFile } from "#lib/imports/queries.ts";

/** The failed rows, in the layout of the file that came, with a reason in the last column. */
export const GET = reading(async ({ actor, params }) => {
  const file = await failedFile(actor, readId(params["id"]));
  if (!file.ok) return file;
  const { fileName, body } = file.value;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="failed rows.csv"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", "%27")}`,
      "x-content-type-options": "nosniff",
    },
  });
});
