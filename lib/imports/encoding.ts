/** As `TextDecoder` calls them. Latin-1 is read as windows-1252, which holds all of it and what programs write for it. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How a file is stored: as it came, or as the rows that were in a workbook. */
export type StoredAs = Encoding | "workbook";

/** The first guess, from the beginning of a file: a mark, or where the zero bytes of UTF-16 stand. */
export function encodingOf(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = { even: 0, odd: 0 };
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? "even" : "odd"] += 1;
  });
  const half = head.length / 2;
  if (zeros.odd > half * 0.4 && zeros.even < half * 0.05) return "utf-16le";
  if (zeros.even > half * 0.4 && zeros.odd < half * 0.05) return "utf-16be";
  return "utf-8";
}

export type Decoding = {
  take(bytes: Uint8Array): string;
  end(): string;
  /** What the whole file turned out to be; `damaged` is neither one nor the other. */
  verdict(): Encoding | "damaged";
};

/**
 * Text of a file whose encoding is still a guess. What is not UTF-8 is read on as windows-1252: lines, quotes and delimiters
 * are the same bytes in both, and the verdict at the end says how to read the letters.
 */
export function decoding(guess: "utf-8" | "utf-16le" | "utf-16be"): Decoding {
  const strict = new TextDecoder(guess, { fatal: true });
  let verdict: Encoding | "damaged" = guess;
  let sawLetters = false;
  // What the strict decoder holds back of a letter that may be whole with the next bytes.
  let heldBack: Uint8Array = new Uint8Array();

  function read(bytes: Uint8Array, stream: boolean): string {
    if (verdict === "windows-1252" || verdict === "damaged") return asLatin(bytes);
    const before = heldBack;
    heldBack = unfinished(before, bytes);
    try {
      const text = strict.decode(bytes, { stream });
      sawLetters ||= text.length < bytes.length && /\P{ASCII}/u.test(text);
      return text;
    } catch {
      verdict = guess === "utf-8" && !(sawLetters || isMostlyUtf8(bytes)) ? "windows-1252" : "damaged";
      return asLatin(before) + asLatin(bytes);
    }
  }
  return { take: (bytes) => read(bytes, true), end: () => read(new Uint8Array(), false), verdict: () => verdict };
}

/** Text of a file whose encoding is known; without the mark at its beginning. */
export function decoderOf(encoding: Encoding): { take(bytes: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return { take: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** The bytes at the end that begin a letter of UTF-8 and do not finish it: three at most. */
function unfinished(before: Uint8Array, bytes: Uint8Array): Uint8Array {
  const end = Uint8Array.of(...before, ...bytes.subarray(-3)).slice(-3);
  const start = end.findLastIndex((byte) => byte >= 0xc0);
  const lead = end[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const hasAscii = end.subarray(start).some((byte) => byte < 0x80);
  return start === -1 || hasAscii || end.length - start >= length ? new Uint8Array() : end.slice(start);
}

/** A file of UTF-8 with a few broken bytes must not be read as Latin-1: every letter with an accent would be spoilt. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const letters = new TextDecoder().decode(bytes).match(/\P{ASCII}/gu) ?? [];
  const broken = letters.filter((letter) => letter === "\ufffd").length;
  return letters.length - broken > broken;
}

function asLatin(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}
