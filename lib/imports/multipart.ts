/** What a form's body turned out to hold next: the file's name, then its bytes. Other fields are passed over. */
export type FormNews = { is: "file"; name: string } | { is: "bytes"; bytes: Uint8Array } | { is: "second-file" };

export type FormReader = {
  /** Hands over the next bytes of the body, cut anywhere. The bytes in the answer are valid until the next call. */
  take(bytes: Uint8Array): FormNews[];
  /** False while the body's closing line has not come: what came may be only half. */
  isWhole(): boolean;
  /** True when this is no multipart form: nothing more will come of it. */
  isBroken(): boolean;
};

/** The boundary named by a content type of multipart/form-data; `undefined` for any other. */
export function boundaryOf(contentType: string): string | undefined {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2];
}

const [cr, lf, dash, space, tab] = [13, 10, 45, 32, 9];
const longestHeaders = 16_384;
const nothing = new Uint8Array();
const headersEnd = new TextEncoder().encode("\r\n\r\n");

type Place = "between" | "headers" | "file" | "closed" | "broken";
type State = { place: Place; rest: Uint8Array; files: number };

/** Reads a form with one field `file` (RFC 7578) as it comes in; holds back no more than a line. */
export function formReader(boundary: string): FormReader {
  const line = new TextEncoder().encode(`\r\n--${boundary}`);
  // The first boundary has no line before it; what comes before it is read like a field nobody asked for.
  const state: State = { place: "between", rest: line.slice(0, 2), files: 0 };
  return {
    take(bytes) {
      const news: FormNews[] = [];
      state.rest = joined(state.rest, bytes);
      while (step(state, line, news));
      return news;
    },
    isWhole: () => state.place === "closed",
    isBroken: () => state.place === "broken",
  };
}

/** One move through the bytes at hand; false when more are needed. */
function step(state: State, line: Uint8Array, news: FormNews[]): boolean {
  switch (state.place) {
    case "between":
    case "file":
      return readContent(state, line, news);
    case "headers":
      return readHeaders(state, news);
    case "closed":
    case "broken":
      state.rest = nothing;
      return false;
  }
}

function readContent(state: State, line: Uint8Array, news: FormNews[]): boolean {
  const found = find(state.rest, line);
  const content = state.rest.subarray(0, found.at);
  if (state.place === "file" && content.length > 0) news.push({ is: "bytes", bytes: content });
  state.rest = state.rest.subarray(found.at);
  if (!found.whole) return false;

  const after = lineEnd(state.rest, line.length);
  if (after === "more") return false;
  if (after === "no-boundary") {
    // Only the beginning of a longer line: its first bytes are content, the search goes on behind them.
    if (state.place === "file") news.push({ is: "bytes", bytes: state.rest.subarray(0, 2) });
    state.rest = state.rest.subarray(2);
    return true;
  }
  state.place = after.closes ? "closed" : "headers";
  state.rest = state.rest.subarray(after.at);
  return true;
}

function readHeaders(state: State, news: FormNews[]): boolean {
  const end = find(state.rest, headersEnd);
  if (!end.whole) {
    if (state.rest.length > longestHeaders) state.place = "broken";
    return state.place === "broken";
  }
  const name = fileName(new TextDecoder().decode(state.rest.subarray(0, end.at)));
  state.rest = state.rest.subarray(end.at + headersEnd.length);
  state.place = name === undefined || state.files > 0 ? "between" : "file";
  if (name === undefined) return true;
  news.push(state.files > 0 ? { is: "second-file" } : { is: "file", name });
  state.files += 1;
  return true;
}

/** The name under which the field `file` comes; '' where nothing was chosen, `undefined` for every other field. */
function fileName(headers: string): string | undefined {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers)?.[1] ?? "";
  if (!/(^|;)\s*name="?file"?\s*(;|$)/i.test(disposition)) return undefined;
  const quoted = /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  // Browsers write a quote in a name as %22, others as \".
  if (quoted !== undefined) return quoted.replaceAll("%22", '"').replaceAll('\\"', '"');
  return /;\s*filename=([^\s;]+)/i.exec(disposition)?.[1];
}

/** What stands behind a boundary: the end of its line, or something else, and then it was none. */
function lineEnd(bytes: Uint8Array, from: number): "more" | "no-boundary" | { at: number; closes: boolean } {
  if (bytes.length < from + 2) return "more";
  if (bytes[from] === dash && bytes[from + 1] === dash) return { at: from + 2, closes: true };
  let at = from;
  while (bytes[at] === space || bytes[at] === tab) at += 1;
  if (bytes.length < at + 2) return "more";
  return bytes[at] === cr && bytes[at + 1] === lf ? { at: at + 2, closes: false } : "no-boundary";
}

/** Where `wanted` stands; when it may begin at the end of these bytes and go on in the next, `whole` is false. */
function find(bytes: Uint8Array, wanted: Uint8Array): { at: number; whole: boolean } {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && at + same < bytes.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return { at, whole: true };
    if (at + same === bytes.length) return { at, whole: false };
  }
  return { at: bytes.length, whole: false };
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

/** The same for a body that is the file itself. */
export function plainReader(name: string): FormReader {
  let begun = false;
  return {
    take(bytes) {
      const news: FormNews[] = begun ? [] : [{ is: "file", name }];
      begun = true;
      return [...news, { is: "bytes", bytes }];
    },
    isWhole: () => true,
    isBroken: () => false,
  };
}
