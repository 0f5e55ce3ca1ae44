import { z } from "zod";
import { mutatingByForm } from "#lib/api/commands/mutating.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { readSelection } from "#lib/contacts/selection.ts";
import { exportContacts } from "#lib/exports/commands/export-contacts.ts";
import { contentTypes, formats } from "#lib/exports/file-name.ts";
import { no } from "#lib/result.ts";
import { streamOf } from "#lib/stream.ts";

const Ask = z.strictObject({
  format: z.enum(formats),
  /** The newest contact when the page was made: nobody joins whom the person did not see counted. */
  upTo: z.coerce.number().int().positive(),
  all: z.literal("1").optional(),
  ids: z.string().max(200_000).optional(),
  /** The parameters of the contacts page. */
  address: z.string().max(30_000),
});

/** A file of contacts. It is asked for by a form, not by a link: whoever takes it is written down. */
export const POST = mutatingByForm({ schema: Ask }, async ({ actor, input }) => {
  const { format, upTo, address: spelled, all = "", ids = "" } = input;
  const parameters = new URLSearchParams(spelled);
  parameters.set("all", all);
  parameters.set("ids", ids);
  const read = (name: string) => parameters.get(name) ?? "";
  const selection = readSelection(read, upTo);
  if (selection === null) return no("invalid-input");
  const { fileName, pieces } = await exportContacts(actor, { selection, address: readAddress(read), format });
  return new Response(streamOf(pieces), {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="contacts.${format}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", "%27")}`,
      "x-content-type-options": "nosniff",
    },
  });
});
