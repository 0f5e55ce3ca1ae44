import { reading } from "#lib/api/queries.ts";
import { readId } from "#lib/contacts/id.ts";
import { batchById } from "#lib/registration/queries.ts";
import { no, yes } from "#lib/result.ts";

export const GET = reading(async ({ actor, params }) => {
  const found = await batchById(actor, readId(params["id"]));
  return found === undefined ? no("not-found") : yes(found);
});
