import { parse } from "csv-parse/stream";
import { no, type Result, yes } from "#lib/result.ts";

/** One row of a file of accounts, as it stands there; `line` is where it ends, counted from 1. */
export type AccountRow = { line: number; name: string; website: string };

type Line = { record: string[]; info: { lines: number } };

const longestField = 100_000;

/**
 * Reads a CSV of accounts in UTF-8 as it streams in; the columns are found by their headings, Website and (if there) Name.
 * Text that is no CSV throws while the rows are read, after the rows before it.
 */
export async function accountRows(
  file: ReadableStream<Uint8Array>,
): Promise<Result<AsyncGenerator<AccountRow>, "no-website-column">> {
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestField,
  };
  const lines: ReadableStream<Line> = file.pipeThrough(parse(options));
  const reader = lines.getReader();
  const heading = await reader.read().catch(() => undefined);
  const names = heading?.value?.record.map((each) => each.trim().toLowerCase()) ?? [];
  const website = names.indexOf("website");
  if (website < 0) {
    await reader.cancel().catch(() => undefined);
    return no("no-website-column");
  }
  return yes(rowsOf(reader, { website, name: names.indexOf("name") }));
}

async function* rowsOf(
  reader: ReadableStreamDefaultReader<Line>,
  column: { website: number; name: number },
): AsyncGenerator<AccountRow> {
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return;
    const { record, info } = value;
    yield { line: info.lines, name: record[column.name] ?? "", website: record[column.website] ?? "" };
  }
}
