import { transaction } from "#db/transaction.ts";
import { env } from "#lib/env.ts";
import { failImport, type Inbox, openInbox } from "#lib/imports/commands/inbox.ts";
import { cleanFileName } from "#lib/imports/file-name.ts";
import { boundaryOf, type FormNews, formReader, type FormReader, plainReader } from "#lib/imports/multipart.ts";
import { type UploadRefusal, uploadRefused } from "#lib/imports/sentences.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** What comes over the wire. `promisedBytes` is the length that the sender named; null where it named none. */
export type Upload = {
  body: ReadableStream<Uint8Array> | null;
  contentType: string;
  promisedBytes: number | null;
  fileName: string;
  /** The import whose failed rows come back in this file. */
  parentId?: number;
};

/** `importId` of a refused file is the import in whose history the reason stands; null where none was begun. */
export type Received =
  | { ok: true; value: { importId: number } }
  | { ok: false; no: UploadRefusal; message: string; importId: number | null };

type Refused = { is: "refused"; no: UploadRefusal; line: number };

/** Stores an uploaded file, in flat memory, ready to have its columns matched. Half a file is refused, never taken for a whole. */
export async function receiveFile(actor: Actor, upload: Upload): Promise<Received> {
  const desk: Desk = { actor, name: "", parentId: upload.parentId ?? null };
  try {
    for await (const news of arriving(upload)) await heed(desk, news);
    await closeDesk(desk);
  } catch (fault) {
    // A full disk, a lost database: the reason may not be writable either.
    await refuse(desk, "cut-off").catch(() => undefined);
    throw fault;
  }
  const { inbox, refused: why } = desk;
  if (why !== undefined) return refuse(desk, why.no, why.line);
  return inbox === undefined ? refuse(desk, "no-file") : { ok: true, value: { importId: inbox.importId } };
}

/** The upload as it stands: the first refusal is the one that is told. */
type Desk = { actor: Actor; name: string; parentId: number | null; inbox?: Inbox; refused?: Refused };

async function heed(desk: Desk, news: FormNews | Refused): Promise<void> {
  switch (news.is) {
    case "file":
      desk.name = news.name;
      return;
    case "bytes":
      if (desk.refused !== undefined) return;
      desk.inbox ??= await openInbox(desk.actor, { fileName: cleanFileName(desk.name), parentId: desk.parentId });
      return desk.inbox.put(news.bytes);
    case "second-file":
      desk.refused ??= { is: "refused", no: "two-files", line: 0 };
      return;
    case "refused":
      desk.refused ??= news;
  }
}

async function closeDesk(desk: Desk): Promise<void> {
  if (desk.refused !== undefined) return;
  if (desk.inbox === undefined) {
    desk.refused = { is: "refused", no: desk.name === "" ? "no-file" : "empty", line: 0 };
    return;
  }
  const closed = await desk.inbox.close();
  if (!closed.ok) desk.refused = { is: "refused", no: closed.no, line: closed.line };
}

async function refuse({ inbox }: Desk, why: UploadRefusal, line = 0): Promise<Received> {
  const message = uploadRefused(why, { line, limitMb: env.DIBS_IMPORT_LIMIT_MB });
  if (inbox === undefined) return { ok: false, no: why, message, importId: null };
  await transaction((tx) => failImport(tx, inbox.importId, message));
  return { ok: false, no: why, message, importId: inbox.importId };
}

const formBytes = 65_536;

/**
 * What the body brings, in order. It is read to its end even when it is refused, since a browser that is still sending does
 * not see the answer; a sender who goes far beyond the limit is cut off.
 */
async function* arriving({ body, contentType, promisedBytes, fileName }: Upload): AsyncGenerator<FormNews | Refused> {
  const reader = readerFor(contentType, fileName);
  const most = env.DIBS_IMPORT_LIMIT_MB * 1024 * 1024 + formBytes;
  if (promisedBytes !== null && promisedBytes > most) yield refused("too-large");
  if (reader === undefined) yield refused("no-form");

  const source = body?.getReader();
  let received = 0;
  for (;;) {
    const read = await source?.read().catch(() => "broken-off" as const);
    if (read === "broken-off") yield refused("cut-off");
    if (read === undefined || read === "broken-off" || read.done) break;
    received += read.value.byteLength;
    if (received > most) yield refused("too-large");
    else if (reader !== undefined) yield* reader.take(read.value);
    if (received > 2 * most) break;
  }
  void source?.cancel().catch(() => undefined);
  if (reader?.isBroken()) yield refused("no-form");
  // Fewer bytes than promised, or no closing line: a proxy or a broken line may have cut the file.
  if ((promisedBytes ?? received) !== received || reader?.isWhole() === false) yield refused("cut-off");
}

// A program may send the file itself.
const plainKinds = new Set(["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);

function readerFor(contentType: string, fileName: string): FormReader | undefined {
  const [kind = ""] = contentType.split(";");
  if (plainKinds.has(kind.trim().toLowerCase())) return plainReader(fileName);
  const boundary = boundaryOf(contentType);
  return boundary === undefined ? undefined : formReader(boundary);
}

function refused(why: UploadRefusal): Refused {
  return { is: "refused", no: why, line: 0 };
}
