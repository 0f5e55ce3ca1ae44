import { no, type Result, yes } from "#lib/result.ts";

/** The body as text, never more of it in memory than the limit. */
export async function readText(
  request: Request,
  limitBytes: number,
): Promise<Result<string, "too-large" | "cut-off" | "bad-json">> {
  const read = await readWhole(request, limitBytes);
  if (!read.ok) return read;
  try {
    return yes(new TextDecoder("utf-8", { fatal: true }).decode(read.value));
  } catch {
    return no("bad-json");
  }
}

/** The body as a form with files, never more of it in memory than the limit. */
export async function readForm(
  request: Request,
  limitBytes: number,
): Promise<Result<FormData, "too-large" | "cut-off" | "wrong-type">> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.toLowerCase().startsWith("multipart/form-data")) return no("wrong-type");
  const read = await readWhole(request, limitBytes);
  if (!read.ok) return read;
  try {
    return yes(
      await new Response(new Blob([new Uint8Array(read.value)]), {
        headers: { "content-type": contentType },
      }).formData(),
    );
  } catch {
    return no("cut-off");
  }
}

/** Every byte that was promised, or the reason why not. */
async function readWhole(request: Request, limitBytes: number): Promise<Result<Uint8Array, "too-large" | "cut-off">> {
  const promised = request.headers.get("content-length");
  if (promised !== null && Number(promised) > limitBytes) return no("too-large");
  const read = await readBytes(request, limitBytes);
  if (!read.ok) return read;
  // Next.js may cut a body without saying so (docs: proxyClientMaxBodySize).
  if (promised !== null && Number(promised) !== read.value.byteLength) return no("cut-off");
  return read;
}

async function readBytes(request: Request, limitBytes: number): Promise<Result<Uint8Array, "too-large" | "cut-off">> {
  if (request.body === null) return yes(new Uint8Array());
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = await reader.read().catch(() => undefined);
    if (piece === undefined) return no("cut-off");
    if (piece.done) return yes(Buffer.concat(pieces));
    size += piece.value.byteLength;
    if (size > limitBytes) {
      // Nobody waits for the rest of it, nor for the news that it is not wanted.
      void reader.cancel().catch(() => undefined);
      return no("too-large");
    }
    pieces.push(piece.value);
  }
}
