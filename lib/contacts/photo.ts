import type { ReadImage } from "#lib/contacts/photo-bytes.ts";
import { readJpeg } from "#lib/contacts/photo-jpeg.ts";
import { readPng } from "#lib/contacts/photo-png.ts";
import { readWebp } from "#lib/contacts/photo-webp.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** An image by its own bytes, without what it says of where and when it was taken. */
export type Photo = { type: "image/png" | "image/jpeg" | "image/webp"; bytes: Uint8Array };

export type PhotoRefusal = "no-photo" | "photo-too-large" | "not-a-photo" | "photo-too-wide";

export const mostPhotoBytes = 2 * 1024 * 1024;
const mostPixels = 4_096;

/** Which kind of image it is, its first bytes say; a name or a header may say anything. */
export function readPhoto(given: Uint8Array): Result<Photo, PhotoRefusal> {
  if (given.byteLength === 0) return no("no-photo");
  if (given.byteLength > mostPhotoBytes) return no("photo-too-large");
  const kind = kinds.find(({ begins }) => begins.every((byte, at) => byte === null || given[at] === byte));
  const image = kind?.read(given) ?? null;
  if (kind === undefined || image === null || image.width === 0 || image.height === 0) return no("not-a-photo");
  if (image.width > mostPixels || image.height > mostPixels) return no("photo-too-wide");
  return yes({ type: kind.type, bytes: image.bytes });
}

const riff = [0x52, 0x49, 0x46, 0x46];

const kinds: readonly { type: Photo["type"]; begins: (number | null)[]; read: (given: Uint8Array) => ReadImage }[] = [
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff], read: readJpeg },
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], read: readPng },
  { type: "image/webp", begins: [...riff, null, null, null, null, 0x57, 0x45, 0x42, 0x50], read: readWebp },
];
