import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostPhotoBytes, readPhoto } from "#lib/contacts/photo.ts";
import { joined, viewOf } from "#lib/contacts/photo-bytes.ts";

// A red field of 3 by 2 with a blue corner, as a browser's canvas writes it.
const frame = bytesOf(
  "/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAEQgAAgADAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAAE/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAMF/8QAFhEAAwAAAAAAAAAAAAAAAAAAAAEx/9oADAMBAAIRAxEAPwCYADpVUP/Z",
);
const jfif = bytesOf("/+AAEEpGSUYAAQEAAAEAAQAA");
const jpegOf = (...segments: Uint8Array[]) => joined([new Uint8Array([0xff, 0xd8]), ...segments, frame]);
const png = bytesOf(
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAGUlEQVR4AWIyNj7z/4yxMRgzzWRIZ4ABAAAAAP//NyZ+jgAAAAZJREFUAwCJtQeYVDMjlQAAAABJRU5ErkJggg==",
);
const vp8 = bytesOf("VlA4ICwAAABwAQCdASoDAAIABABoJagCdAGIQAD+5AFoFazguC9B/+DFPD9qP72mTZQAAA==");
const vp8l = bytesOf("VlA4TBYAAAAvAkAAAA8wM5/J/Bnz/EcLbnAQ0f8Q");
const vp8x = (flags: number) => chunk("VP8X", [flags, 0, 0, 0, 2, 0, 0, 1, 0, 0]);

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** A segment of a JPEG file. */
function segment(kind: number, text: string, more: readonly number[] = []): Uint8Array {
  const data = [...Buffer.from(text, "latin1"), ...more];
  return new Uint8Array([0xff, kind, (data.length + 2) >> 8, (data.length + 2) & 255, ...data]);
}

/** What a camera notes: a place, and how the picture is turned, as Intel counts. */
function cameraNotes(turned: number): Uint8Array {
  const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0];
  return segment(0xe1, "Exif\0\0", [...tiff, ...Buffer.from("GPS 52.5 N 13.4 E")]);
}

function chunk(name: string, data: readonly number[]): Uint8Array {
  const even = data.length % 2 === 0 ? [] : [0];
  return new Uint8Array([...Buffer.from(name, "latin1"), data.length, 0, 0, 0, ...data, ...even]);
}

function webpOf(...chunks: Uint8Array[]): Uint8Array {
  const file = joined([new Uint8Array(Buffer.from("RIFF\0\0\0\0WEBP", "latin1")), ...chunks]);
  viewOf(file).setUint32(4, file.byteLength - 8, true);
  return file;
}

function pngPart(name: string, text: string): Uint8Array {
  const part = new Uint8Array([0, 0, 0, text.length, ...Buffer.from(`${name}${text}`, "latin1"), 0, 0, 0, 0]);
  return part;
}

/** What is kept of an image; "" for a refused one. */
function kept(given: Uint8Array): Uint8Array {
  const read = readPhoto(given);
  if (!read.ok) throw new Error(read.no);
  return read.value.bytes;
}

describe("which image it is, its bytes say", () => {
  test.each([
    ["image/jpeg", jpegOf(jfif)],
    ["image/png", png],
    ["image/webp", webpOf(vp8)],
    ["image/webp", webpOf(vp8l)],
    ["image/webp", webpOf(vp8x(0), vp8)],
  ])("%s", (type, given) => {
    expect(readPhoto(given)).toEqual({ ok: true, value: { type, bytes: given } });
  });

  test.each([
    ["nothing", new Uint8Array(), "no-photo"],
    ["a page", new Uint8Array(Buffer.from("<script>alert(1)</script>")), "not-a-photo"],
    ["a GIF", new Uint8Array(Buffer.from("GIF89a\x01\0\x01\0")), "not-a-photo"],
    ["half a PNG", png.subarray(0, 60), "not-a-photo"],
    ["half a JPEG", jpegOf().subarray(0, 200), "not-a-photo"],
    [
      "a page behind the first bytes of a JPEG",
      new Uint8Array([0xff, 0xd8, 0xff, ...Buffer.from("<html>")]),
      "not-a-photo",
    ],
    ["more than 2 MB", new Uint8Array(mostPhotoBytes + 1), "photo-too-large"],
  ])("%s is refused", (_what, given, no) => {
    expect(readPhoto(given)).toEqual({ ok: false, no });
  });

  test("one that would fill the memory of whoever looks at it is refused", () => {
    const wide = png.slice();
    viewOf(wide).setUint32(16, 50_000);
    expect(readPhoto(wide)).toEqual({ ok: false, no: "photo-too-wide" });
  });
});

describe("what says where and when it was taken is left out", () => {
  test("of a JPEG: notes, comments, and what stands behind its end", () => {
    const noted = [
      cameraNotes(1),
      segment(0xe1, "http://ns.adobe.com/xap/1.0/"),
      segment(0xed, "IPTC"),
      segment(0xfe, "By Ann"),
    ];
    const given = joined([jpegOf(jfif, ...noted), new Uint8Array(Buffer.from("a film of two seconds"))]);
    expect(kept(given)).toEqual(jpegOf(jfif));
  });

  test("but how a JPEG is turned stays, and its colours", () => {
    const colours = segment(0xe2, "ICC_PROFILE\0 colours");
    const text = Buffer.from(kept(jpegOf(cameraNotes(6), colours, segment(0xe2, "MPF\0")))).toString("latin1");
    expect(text).not.toContain("GPS");
    expect(text).not.toContain("MPF");
    expect(text).toContain("ICC_PROFILE");
    expect(readPhoto(kept(jpegOf(cameraNotes(6)))).ok).toBe(true);
    expect([...kept(jpegOf(cameraNotes(6))).subarray(2, 6)]).toEqual([0xff, 0xe1, 0, 34]);
    expect(kept(jpegOf(cameraNotes(6)))[31]).toBe(6);
  });

  test("of a PNG: texts and times", () => {
    const end = png.byteLength - 12;
    const notes = [pngPart("tEXt", "Author\0Ann"), pngPart("eXIf", "GPS"), pngPart("tIME", "1234567")];
    expect(kept(joined([png.subarray(0, end), ...notes, png.subarray(end), new Uint8Array(9)]))).toEqual(png);
  });

  test("of a WebP: notes, and that there are some", () => {
    const given = webpOf(vp8x(0x0c), vp8, chunk("EXIF", [1, 2, 3]), chunk("XMP ", [4]));
    expect(kept(given)).toEqual(webpOf(vp8x(0), vp8));
  });
});

test("whatever comes behind the first bytes, an answer comes of it", () => {
  const begins = fc.constantFrom(jpegOf(jfif, cameraNotes(3)), png, webpOf(vp8x(4), vp8), webpOf(vp8l));
  const spoiled = fc.tuple(begins, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), fc.nat(400));
  fc.assert(
    fc.property(spoiled, ([given, changes, length]) => {
      const bytes = given.slice(0, Math.max(1, length));
      for (const [at, byte] of changes) if (at < bytes.byteLength) bytes[at] = byte;
      expect(typeof readPhoto(bytes).ok).toBe("boolean");
    }),
    { numRuns: 3_000 },
  );
});
