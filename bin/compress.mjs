// What a browser is sent of a build, compressed once, as well as it can be: bin/assets.ts hands it out.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const ways = { gz: promisify(gzip), br: promisify(brotliCompress) };

/** Puts a .gz and a .br beside each script, style sheet and drawing below the folder; letters come compressed. */
export async function compress(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(css|js|svg)$/.test(name));
  await Promise.all(files.flatMap((name) => Object.keys(ways).map((ending) => compressTo(join(folder, name), ending))));
}

async function compressTo(file, ending) {
  const plain = readFileSync(file);
  const small = await ways[ending](plain, { level: 9 });
  if (small.length < plain.length) writeFileSync(`${file}.${ending}`, small);
}
