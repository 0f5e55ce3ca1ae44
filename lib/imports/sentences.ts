import type { FileRefusal } from "#lib/imports/check.ts";
import { mostColumns } from "#lib/imports/headings.ts";
import type { MatchFault } from "#lib/imports/match.ts";
import { longestRow } from "#lib/imports/rows.ts";
import type { WhyKept } from "#lib/imports/undo.ts";
import type { Property } from "#lib/properties/registry.ts";
import { valueRefusals, valueRefused } from "#lib/properties/value.ts";

/** Why an upload was not taken: what came over the wire, or what is in the file. */
export type UploadRefusal =
  | FileRefusal
  | "huge-workbook"
  | "too-large"
  | "cut-off"
  | "no-file"
  | "two-files"
  | "no-form";

const asCsv = "Open it in your spreadsheet, save it as CSV, and choose that file.";

// These are told before an import has begun, so they stand in an address instead of its history.
const withoutImport = ["no-file", "no-form", "two-files", "empty", "cut-off", "too-large"] as const;

/** The refusal spelled so in an address; `undefined` for every other word. */
export function refusalNamed(word: unknown): UploadRefusal | undefined {
  return withoutImport.find((each) => each === word);
}

/** What is wrong and how to mend it. `line` is where, 0 where no line is to blame. */
export function uploadRefused(
  why: UploadRefusal,
  { line = 0, limitMb = 0 }: { line?: number; limitMb?: number },
): string {
  switch (why) {
    case "too-large":
      return `The file is larger than ${limitMb} MB. Split it into smaller files and import them one after the other.`;
    case "cut-off":
      return "The upload broke off before the file was whole. Nothing was imported. Choose the file again.";
    case "no-file":
      return "No file was chosen. Choose a CSV file or an Excel workbook, then upload it.";
    case "two-files":
      return "Two files came at once. Upload them one after the other.";
    case "no-form":
      return "The upload cannot be read. Send the file as the field “file” of a form, or as text/csv.";
    case "empty":
      return "The file is empty. Choose one with a row of headings and rows of contacts below it.";
    case "no-rows":
      return "The file has headings but no rows below them. Choose one with contacts in it.";
    case "no-headings":
      return `The first row (line ${line}) holds a contact, not headings. Put a row of headings above it: First Name, Last Name, Email …`;
    case "misquoted-headings":
      return `The quotes in the headings (line ${line}) do not fit. Put a whole heading in quotes or none of it.`;
    case "too-many-columns":
      return `The file has more than ${mostColumns} columns. Delete the ones that you do not need.`;
    case "unclosed-quote":
      return `A quote is opened in the row that begins in line ${line.toLocaleString("en")} and never closed. Nothing was imported. Close it, or write it twice if it belongs to the text.`;
    case "endless-row":
      return `The row that begins in line ${line.toLocaleString("en")} is longer than ${longestRow.toLocaleString("en")} characters. Nothing was imported. Check its line breaks.`;
    case "damaged":
      return "Some letters of the file are broken: it mixes encodings. Nothing was imported. Save it again as CSV in UTF-8.";
    case "binary":
      return `This is no text file. ${asCsv}`;
    case "workbook":
      return `This begins like an Excel workbook, but it cannot be read to its end. ${asCsv}`;
    case "old-workbook":
      return "This is an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password, or as CSV, and choose that file.";
    case "huge-workbook":
      return `This workbook unfolds into more than can be taken in at once. ${asCsv}`;
    case "pdf":
      return "This is a PDF. Export the contacts as CSV from where they come from, and choose that file.";
    case "image":
      return "This is a picture. Export the contacts as CSV from where they come from, and choose that file.";
    case "packed":
      return "This is a packed file. Unpack it first, then choose the file that was in it.";
    case "web-page":
      return "This is a web page, perhaps a sign-in page that was saved instead of the file. Download the CSV again.";
  }
}

/** Why an import does not start yet. Which columns collide is told by `doublesOf`. */
export const matchRefused: Readonly<Record<MatchFault, string>> = {
  "property-twice": "Two columns go to the same property. Choose one of them and leave the other out.",
  "nothing-matched": "Every column is left out. Choose a property for at least one of them.",
  "not-writable": "One of the properties is written by Dibs alone. Choose another one, or leave the column out.",
  "wrong-columns": "The columns have changed since this page was opened. Look at them again.",
};

/** Why repairs were not kept. */
export const mendRefused = {
  "import-not-found": "This import is no longer here. Somebody may have deleted its file.",
  "not-checked": "The rows are being checked or imported already. Look at the page again.",
  "nothing-mended":
    "Nothing was typed. Put a value in the place of one that is wrong, or tick the box that empties it.",
  "too-many": "That is more than is mended by hand. Mend the file itself, and upload it again.",
  "values-refused": "Some of these values cannot be taken either. Nothing was kept yet.",
} as const;

/** What the last button of a check did not do. */
export const checkRefused = {
  "nothing-matched": "This is the last column that goes somewhere. Delete the file instead, or change the columns.",
} as const;

/** Why an import was not undone. */
export const undoRefused = {
  "nothing-to-undo": "There is nothing to undo: the file has created and changed nobody.",
  "too-late": "An import can be undone for 30 days. Contacts can still be changed and deleted one by one, or in bulk.",
  "undone-already": "This import is being undone, or was undone already.",
  "not-counted": "Look first at what would be undone.",
} as const;

/** Why a contact was left as it is. */
export const whyKept: Readonly<Record<WhyKept, string>> = {
  registered: "It is Registered.",
  requested: "Its registration was requested by hand.",
  changed: "Somebody has changed it since.",
};

const rowProblems: Readonly<Record<string, string>> = {
  misquoted: "The quotes do not fit",
  "too-few-cells": "There are fewer cells than headings",
  "too-many-cells": "There are more cells than headings",
  "nothing-in-row": "None of the matched columns has a value",
};

/** "is not a number: use digits only" of a column, or what is wrong with whole rows. */
export function problemInWords(kind: string, property: Property | undefined): string {
  const whole = rowProblems[kind];
  if (whole !== undefined) return whole;
  const refusal = valueRefusals.find((each) => each === kind);
  return refusal === undefined ? kind : valueRefused("", refusal, property).trim();
}

const encodings: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Latin-1",
};
const delimiters: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/** "UTF-8, columns divided by commas" */
export function formOf({ encoding, delimiter }: { encoding: string; delimiter: string }): string {
  if (encoding === "workbook") return "the first sheet of the workbook";
  return `${encodings[encoding] ?? encoding}, columns divided by ${delimiters[delimiter] ?? delimiter}`;
}
