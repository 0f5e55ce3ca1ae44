import { kindOfFormat, type NumberKind, serialDay } from "#lib/imports/serial-day.ts";
import { attributeOf, type XmlReader, xmlReader } from "#lib/imports/xml.ts";

// The parts of an Excel workbook (ECMA-376) that tell where its rows are and what its cells say.

/** The sheets that can be seen, in their order, each by the id under which its part is found. */
export type Sheets = { visible: { name: string; id: string }[]; from1904: boolean };

export function sheetsReader(): XmlReader & { found: Sheets } {
  const found: Sheets = { visible: [], from1904: false };
  const reader = xmlReader({
    open(name, attributes) {
      if (name === "workbookPr") found.from1904 = ["1", "true"].includes(attributeOf(attributes, "date1904"));
      if (name === "sheet" && !attributeOf(attributes, "state").toLowerCase().includes("hidden"))
        found.visible.push({ name: attributeOf(attributes, "name"), id: attributeOf(attributes, "id") });
    },
  });
  return { ...reader, found };
}

/** Where the parts of a workbook are, by id and by what they are. */
export function relationsReader(): XmlReader & { byId: Map<string, string>; byKind: Map<string, string> } {
  const [byId, byKind] = [new Map<string, string>(), new Map<string, string>()];
  const reader = xmlReader({
    open(name, attributes) {
      if (name !== "Relationship") return;
      byId.set(attributeOf(attributes, "Id"), attributeOf(attributes, "Target"));
      byKind.set(attributeOf(attributes, "Type").split("/").at(-1) ?? "", attributeOf(attributes, "Target"));
    },
  });
  return { ...reader, byId, byKind };
}

/** What numbers stand for, by the style of their cell. */
export function stylesReader(): XmlReader & { kinds: NumberKind[] } {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  const reader = xmlReader({
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode"));
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attributeOf(attributes, "numFmtId"));
      kinds.push(kindOfFormat(id, codes.get(id) ?? ""));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return { ...reader, kinds };
}

const mostSharedLetters = 30_000_000;

/** Texts that cells share. They have to be held in memory: throws where they are too many. */
export function stringsReader(): XmlReader & { strings: string[] } {
  const strings: string[] = [];
  let [text, letters] = ["", 0];
  let [inText, inSound] = [false, false];
  const reader = xmlReader({
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") inSound = true;
      if (name === "t") inText = !inSound;
    },
    text(some) {
      if (inText) text += some;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") inSound = false;
      if (name !== "si") return;
      letters += text.length + 16;
      if (letters > mostSharedLetters) throw new Error("more shared texts than are held in memory");
      strings.push(text);
    },
  });
  return { ...reader, strings };
}

const mostColumns = 16_384;

type Told = { strings: readonly string[]; kinds: readonly NumberKind[]; from1904: boolean };

/** The rows of a sheet as they become whole; a cell that is not there is blank. Formulas are told by what they came to. */
export function sheetReader(told: Told): XmlReader & { rows: string[][] } {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = { at: -1, type: "", style: 0, text: "" };
  let inValue = false;
  let inSound = false;
  const reader = xmlReader({
    open(name, attributes) {
      if (name === "row") row = [];
      if (name === "c") {
        const at = columnOf(attributeOf(attributes, "r")) ?? Math.max(cell.at + 1, row.length);
        const style = Number(attributeOf(attributes, "s"));
        cell = { at, type: attributeOf(attributes, "t"), style, text: "" };
      }
      if (name === "rPh") inSound = true;
      if (name === "v" || name === "t") inValue = !inSound;
    },
    text(some) {
      if (inValue) cell.text += some;
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      if (name === "rPh") inSound = false;
      if (name === "c" && cell.at < mostColumns) {
        while (row.length < cell.at) row.push("");
        row[cell.at] = saidBy(cell, told);
      }
      if (name !== "row") return;
      rows.push(row);
      cell = { at: -1, type: "", style: 0, text: "" };
    },
  });
  return { ...reader, rows };
}

/** 27 for "AB3"; `undefined` where the cell does not say where it is. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return letters.split("").reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function saidBy({ type, style, text }: { type: string; style: number; text: string }, told: Told): string {
  switch (type) {
    case "s":
      return told.strings[Number(text)] ?? "";
    case "b":
      return text === "1" ? "true" : "false";
    case "d":
      return text.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");
    case "":
    case "n": {
      if (text.trim() === "" || !Number.isFinite(Number(text))) return text;
      // What was reckoned has digits at its end that no spreadsheet shows.
      return serialDay(Number(Number(text).toPrecision(15)), told.kinds[style] ?? "number", told.from1904);
    }
    default:
      return text;
  }
}
