import { reading } from "#lib/api/queries.ts";
import { bulkChangeById } from "#lib/bulk/queries/changes.ts";
import { readId } from "#lib/contacts/id.ts";
import { no, yes } from "#lib/result.ts";

export const GET = reading(async ({ actor, params }) => {
  const found = await bulkChangeById(actor, readId(params["id"]));
  return found === undefined ? no("not-found") : yes(found);
});
