import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Cell } from "#lib/exports/cells.ts";
import { cellXml, headXml, lastParts, sheetBegins, sheetEnds, sheetName } from "#lib/exports/xlsx-parts.ts";

/** A sheet holds no more, its head among them. */
const mostRows = 1_048_576;

/** A workbook that is written row by row: what is done of it can be taken at any time, so that it is never whole in memory. */
export type Workbook = {
  add: (rows: readonly (readonly Cell[])[]) => void;
  end: () => void;
  /** The bytes since it was last asked. */
  taken: () => Uint8Array;
};

export function openWorkbook(heads: readonly string[], rowsOfSheet = mostRows): Workbook {
  const done: Uint8Array[] = [];
  const zip = new Zip((fault, bytes) => {
    if (fault !== null) throw fault;
    done.push(bytes);
  });
  let [sheets, row] = [0, 0];
  let sheet = nextSheet();

  function nextSheet(): ZipDeflate {
    sheets += 1;
    row = 1;
    const opened = new ZipDeflate(sheetName(sheets), { level: 6 });
    zip.add(opened);
    opened.push(strToU8(sheetBegins + headXml(heads)));
    return opened;
  }

  function add(rows: readonly (readonly Cell[])[]): void {
    let text = "";
    for (const cells of rows) {
      if (row >= rowsOfSheet) {
        sheet.push(strToU8(text + sheetEnds), true);
        text = "";
        sheet = nextSheet();
      }
      row += 1;
      text += `<row r="${row}">${cells.map(cellXml).join("")}</row>`;
    }
    sheet.push(strToU8(text));
  }

  function end(): void {
    sheet.push(strToU8(sheetEnds), true);
    for (const [name, text] of lastParts(sheets)) {
      const part = new ZipDeflate(name);
      zip.add(part);
      part.push(strToU8(text), true);
    }
    zip.end();
  }

  return { add, end, taken: () => Buffer.concat(done.splice(0)) };
}
