import { reading } from "#lib/api/queries.ts";
import { noMailFile } from "#lib/contacts/queries/no-mail.ts";
import { streamOf } from "#lib/stream.ts";

/** "Export unsubs and bounces": a file that grows while it is sent, so that it takes no memory however many there are. */
export const GET = reading(async ({ actor }) => {
  return new Response(streamOf(noMailFile(actor)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="unsubs and bounces.csv"',
      "x-content-type-options": "nosniff",
    },
  });
});
