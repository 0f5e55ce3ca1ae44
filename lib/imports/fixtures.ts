import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { sync } from "#lib/fixtures.ts";
import { receiveFile, type Upload } from "#lib/imports/commands/receive-file.ts";
import { startCheck, startImport } from "#lib/imports/commands/start-import.ts";
import type { Existing } from "#lib/imports/plan.ts";
import { failedFile, importById, importProgress } from "#lib/imports/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";

// What stories of imports begin with.

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export function streamOf(bytes: Uint8Array, step = 65_536): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + step));
      at += step;
    },
  });
}

export function formHead(name: string): string {
  return `--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
}

export function asForm(content: Uint8Array | string, name = "contacts.csv"): Upload {
  const parts = [
    bytesOf(formHead(name)),
    typeof content === "string" ? bytesOf(content) : content,
    bytesOf("\r\n--B--\r\n"),
  ];
  const body = Buffer.concat(parts);
  return {
    body: streamOf(body),
    contentType: "multipart/form-data; boundary=B",
    promisedBytes: body.length,
    fileName: "",
  };
}

export async function upload(actor: Actor, content: Uint8Array | string, name?: string): Promise<number> {
  const received = await receiveFile(actor, asForm(content, name));
  if (!received.ok) throw new Error(received.message);
  return received.value.importId;
}

/** Starts the import as it was guessed, without a check. */
export async function start(actor: Actor, importId: number, existing: Existing = "overwrite"): Promise<void> {
  const matches = (await importById(actor, importId))?.matches ?? [];
  const started = await transaction((tx) => startImport(tx, actor, { importId, matches, existing }));
  if (!started.ok) throw new Error(started.no);
}

/** Starts the check of an import as it was guessed. */
export async function begin(actor: Actor, importId: number, existing: Existing = "overwrite"): Promise<void> {
  const matches = (await importById(actor, importId))?.matches ?? [];
  const begun = await transaction((tx) => startCheck(tx, actor, { importId, matches, existing }));
  if (!begun.ok) throw new Error(begun.no);
}

export async function imported(actor: Actor, content: Uint8Array | string) {
  const importId = await upload(actor, content);
  await start(actor, importId);
  await sync();
  return progressOf(actor, importId);
}

export async function progressOf(actor: Actor, importId: number) {
  const found = await importProgress(actor, importId);
  if (!found.ok) throw new Error(found.no);
  return found.value;
}

export async function contactsOf(actor: Actor) {
  return db.select().from(contact).where(eq(contact.portalId, actor.portalId)).orderBy(contact.id);
}

export async function failuresIn(actor: Actor, importId: number): Promise<string> {
  const file = await failedFile(actor, importId);
  if (!file.ok) throw new Error(file.no);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Response(file.value.body).arrayBuffer());
}
