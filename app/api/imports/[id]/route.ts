import { reading } from "#lib/api/queries.ts";
import { readId } from "#lib/contacts/id.ts";
import { importProgress } from "#lib/imports/queries.ts";

export const GET = reading(({ actor, params }) => importProgress(actor, readId(params["id"])));
