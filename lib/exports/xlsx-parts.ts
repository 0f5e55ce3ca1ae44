import type { Cell } from "#lib/exports/cells.ts";

// The parts of a workbook as Office Open XML has them (ECMA-376): as few as a spreadsheet asks for. Texts stand in their cells.

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const typed = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The looks of cells, by their place among `cellXfs`. */
const look = { plain: 0, day: 1, minute: 2, quoted: 3, head: 4 };

export function sheetName(sheet: number): string {
  return `xl/worksheets/sheet${sheet}.xml`;
}

/** The first row stays when the others are scrolled. */
export const sheetBegins = `${declared}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const sheetEnds = "</sheetData></worksheet>";

export function headXml(heads: readonly string[]): string {
  return `<row r="1">${heads.map((head) => textXml(head, look.head)).join("")}</row>`;
}

export function cellXml({ kind, value }: Cell): string {
  if (value === "") return "<c/>";
  switch (kind) {
    case "number":
      return `<c><v>${Number(value)}</v></c>`;
    case "day":
    case "minute": {
      const serial = serialOf(value);
      return serial === null ? textXml(value, look.plain) : `<c s="${look[kind]}"><v>${serial}</v></c>`;
    }
    case "text":
      // Marked as quoted, or a spreadsheet makes a formula of it as soon as somebody edits the cell.
      return textXml(value, /^[=+\-@\t\r]/.test(value) ? look.quoted : look.plain);
  }
}

const dayMs = 86_400_000;
const daysTo1970 = 25_569;
// Before it spreadsheets count a 29 February 1900 that never was.
const firstSerial = 61;

/** Days since the end of 1899, as spreadsheets count them. */
function serialOf(value: string): number | null {
  const serial = Date.parse(value.length > 10 ? `${value.replace(" ", "T")}Z` : value) / dayMs + daysTo1970;
  return serial >= firstSerial ? Number(serial.toFixed(10)) : null;
}

function textXml(text: string, style: number): string {
  const styled = style === look.plain ? "" : ` s="${style}"`;
  return `<c t="inlineStr"${styled}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// eslint-disable-next-line no-control-regex -- XML has no way to say these
const unsayable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** "_x000D_" is a sign in such a file: where somebody typed it, its first line is spelled as one. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unsayable, "")
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("\r", "_x000D_")
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** What stands behind the sheets, since it says how many there are: [name, text]. */
export function lastParts(sheets: number): [string, string][] {
  const each = Array.from({ length: sheets }, (_, at) => at + 1);
  const sheetsXml = each.map(
    (id) => `<sheet name="Contacts${id === 1 ? "" : ` ${id}`}" sheetId="${id}" r:id="rId${id}"/>`,
  );
  const related = each.map((id) => relation(`rId${id}`, "worksheet", `worksheets/sheet${id}.xml`));
  const content = each.map((id) => part(`/${sheetName(id)}`, "worksheet"));
  return [
    ["xl/styles.xml", styles],
    [
      "xl/workbook.xml",
      `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetsXml.join("")}</sheets></workbook>`,
    ],
    ["xl/_rels/workbook.xml.rels", relations([...related, relation("rIdStyles", "styles", "styles.xml")])],
    ["_rels/.rels", relations([relation("rId1", "officeDocument", "xl/workbook.xml")])],
    [
      "[Content_Types].xml",
      `${declared}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${content.join("")}</Types>`,
    ],
  ];
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
}

function relations(each: readonly string[]): string {
  return `${declared}<Relationships xmlns="${packaged}/relationships">${each.join("")}</Relationships>`;
}

function part(name: string, kind: string): string {
  return `<Override PartName="${name}" ContentType="${typed}.${kind}+xml"/>`;
}

const xf = (numFmtId: number, more = "") =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`;

// 14 and 22 are a day, and a day with its time, as the person's own spreadsheet writes them.
const styles = `${declared}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${xf(0)}${xf(14, ' applyNumberFormat="1"')}${xf(22, ' applyNumberFormat="1"')}${xf(0, ' quotePrefix="1"')}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
