import { db } from "#db/client.ts";
import { bulkChangeById, type BulkView } from "#lib/bulk/queries/changes.ts";
import { rowsBehind } from "#lib/bulk/queries/rows.ts";
import { columnsOf, resultHeadings, resultLine } from "#lib/bulk/result-file.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { streamOf } from "#lib/stream.ts";

const rowsAtOnce = 500;

/** What became of every contact, as a file that is made as it is read. */
export async function resultFile(
  actor: Actor,
  changeId: number,
): Promise<Result<{ fileName: string; body: ReadableStream<Uint8Array> }, "not-found">> {
  const found = await bulkChangeById(actor, changeId);
  if (found === undefined) return no("not-found");
  return yes({ fileName: `bulk change ${changeId}.csv`, body: streamOf(resultText(actor, found)) });
}

async function* resultText(actor: Actor, { id, change }: BulkView): AsyncGenerator<string> {
  const columns = columnsOf(change, await propertiesOf(db, actor.portalId));
  yield resultHeadings(columns);
  for (let after = 0; ;) {
    const rows = await rowsBehind(actor, id, { which: undefined, after, limit: rowsAtOnce });
    yield rows.map((row) => resultLine(columns, row)).join("");
    after = rows.at(-1)?.id ?? after;
    if (rows.length < rowsAtOnce) return;
  }
}
