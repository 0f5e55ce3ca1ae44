import { readAddress } from "#lib/sales/domain-address.ts";
import { type DomainReading, type Refused, refuse, repairsFrom } from "#lib/sales/domain-reading.ts";
import { isThrowawayMail } from "#lib/sales/free-mail.ts";

/** Things typed into Website that are not one address: an e-mail, several websites, blanks, a comma for a dot. */
export function readSlip(text: string): Refused | null {
  if (!anySlip.test(text)) return null;
  return emailSlip(text) ?? severalSlip(text) ?? blankSlip(text) ?? commaSlip(text);
}

const anySlip = /[\p{White_Space}@,;|、]|^mailto:/iu;

const email = /^[^\p{White_Space}@:/\\?#,;|<>]+@([^\p{White_Space}@:/\\?#,;|<>]+)$/u;
const namedEmail = /^[^<>@]*<([^<>]+)>$/;

function emailSlip(text: string): Refused | null {
  const written = /^mailto:/i.test(text) ? text.slice(7).split("?", 1).join("").split(/[,;]/) : null;
  const addresses = written ?? [namedEmail.exec(text)?.[1] ?? text];
  if (written === null && !addresses.every((address) => email.test(address))) return null;
  return refuse("website.is_email", distinct(addresses.flatMap(repairsOfEmail)));
}

function repairsOfEmail(address: string): string[] {
  const reading = readEmailDomain(address.trim());
  return reading === null || (reading.ok && isThrowawayMail(reading.key)) ? [] : repairsFrom(reading);
}

function readEmailDomain(address: string): DomainReading | null {
  const domain = email.exec(address)?.[1];
  return domain === undefined ? null : readAddress(domain);
}

const dotted = /[^.]\.[^.]/;
const quotesAround = /^["'<(]+|[>"')]+$/g;
const joiningWords = new Set(["and", "or", "und", "oder", "et", "ou", "y", "&", "+", "/", "-"]);

// One that reads and others that look alike: "www.acme,co.uk" is a comma for a dot, not two websites.
function severalSlip(text: string): Refused | null {
  const pieces = text
    .split(betweenWebsites(text))
    .map((piece) => piece.replaceAll(quotesAround, ""))
    .filter((piece) => piece !== "" && !joiningWords.has(piece.toLowerCase()));
  if (pieces.length < 2 || !pieces.every((piece) => dotted.test(piece))) return null;
  if (!pieces.some((piece) => (readEmailDomain(piece) ?? readAddress(piece)).ok)) return null;
  return refuse("website.multiple", distinct(pieces.flatMap(repairsOfPiece)));
}

function repairsOfPiece(piece: string): string[] {
  return email.test(piece) ? repairsOfEmail(piece) : repairsFrom(readAddress(piece));
}

const blankInside = /\p{White_Space}/u;
const separatorAtHost = /^(?:[a-z]+:)?[/\\]*[^/\\?#]*\/?[,;|、]/i;

// A comma deep in a path belongs to the path, unless a new website plainly starts after it.
function betweenWebsites(text: string): RegExp {
  return blankInside.test(text) || separatorAtHost.test(text)
    ? /[\p{White_Space},;|、]+/u
    : /[,;|、]+(?=https?:\/\/|www\.)/i;
}

function blankSlip(text: string): Refused | null {
  return blankInside.test(text) ? refuse("website.whitespace") : null;
}

const hostTyped = /^(?:[htps]+:)?[/\\]*([^/\\?#:]*)/i;

function commaSlip(text: string): Refused | null {
  const host = hostTyped.exec(text)?.[1] ?? "";
  if (!host.includes(",") || host.includes("@")) return null;
  return refuse("website.comma_for_dot", repairsFrom(readAddress(host.replaceAll(",", "."))));
}

function distinct(suggestions: string[]): string[] {
  return [...new Set(suggestions)];
}
