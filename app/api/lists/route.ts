import { reading } from "#lib/api/queries.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { yes } from "#lib/result.ts";

export const GET = reading(async ({ actor }) => {
  await sweepLapsed();
  return yes({ lists: await listsOf(actor) });
});
