import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { assets } from "./assets.ts";
import { compress } from "./compress.mjs";

const script = "let contacts = [];\n".repeat(200);
const folder = mkdtempSync(join(tmpdir(), "dibs-assets-"));
mkdirSync(join(folder, "chunks"));
writeFileSync(join(folder, "chunks/home.js"), script);
writeFileSync(join(folder, "chunks/tiny.css"), "a{}");
writeFileSync(join(folder, "letters.woff2"), "letters");
const large = join(folder, "large.woff2");
writeFileSync(large, Buffer.alloc(8_000_000));
await compress(folder);

const server = createServer(assets(folder, (asked, response) => response.end(`others: ${asked.method} ${asked.url}`)));
const socket = join(folder, "socket");
await new Promise<void>((open) => void server.listen(socket, open));
afterAll(() => server.close());

test("a script comes as it was compressed with the build, as the browser likes it best, and for good", async () => {
  const asGzip = await ask("/_next/static/chunks/home.js", { encoding: "gzip, deflate" });
  expect(asGzip.headers).toMatchObject({
    "content-encoding": "gzip",
    "content-type": "text/javascript",
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(gunzipSync(asGzip.body).toString()).toBe(script);

  const asBrotli = await ask("/_next/static/chunks/home.js", { encoding: "gzip, deflate, br" });
  expect(asBrotli.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(asBrotli.body).toString()).toBe(script);
});

test("whoever cannot unpack it, and what would not shrink, gets it plain", async () => {
  for (const [path, encoding, text] of [
    ["chunks/home.js", "", script],
    ["chunks/tiny.css", "gzip, br", "a{}"],
    ["letters.woff2", "gzip, br", "letters"],
  ] as const) {
    const { headers, body } = await ask(`/_next/static/${path}`, { encoding });
    expect([headers["content-encoding"], body.toString()]).toEqual([undefined, text]);
  }
});

test("what is not there, not below the folder or not only looked at is answered by the others, with the address as it was", async () => {
  const others: [method: string, path: string][] = [
    ["GET", "/contacts?q=home.js"],
    ["GET", "/_next/static/chunks/gone.js?v=1"],
    ["GET", "/_next/static/chunks/"],
    ["GET", "/_next/static/../../package.json"],
    ["GET", "/_next/static/%2e%2e/%2e%2e/package.json"],
    ["GET", "/_next/static//etc/passwd"],
    ["POST", "/_next/static/chunks/home.js"],
  ];
  for (const [method, path] of others) {
    expect((await ask(path, { method })).body.toString()).toBe(`others: ${method} ${path}`);
  }
  const { headers, body } = await ask("/_next/static/chunks/home.js", { method: "HEAD" });
  expect([headers["content-length"], body.length]).toEqual([String(script.length), 0]);
});

const held = "/proc/self/fd";

test.skipIf(!existsSync(held))("a file is closed when whoever asked for it goes away in the middle of it", async () => {
  await new Promise<void>((gone) => {
    const asked = request({ socketPath: socket, path: "/_next/static/large.woff2" }, (response) => {
      expect(openFiles()).toHaveLength(1);
      response.once("data", () => asked.destroy()).once("close", gone);
    });
    asked.once("error", () => {}).end();
  });
  await expect.poll(openFiles).toEqual([]);
});

function openFiles(): string[] {
  return readdirSync(held).filter((fd) => linkOf(join(held, fd)) === large);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed since the folder was read.
    return "";
  }
}

type Asked = { method?: string; encoding?: string };
type Answer = { headers: Record<string, string | string[] | undefined>; body: Buffer };

// Not `fetch`, which unpacks what comes and tidies the address up.
function ask(path: string, { method = "GET", encoding = "" }: Asked = {}): Promise<Answer> {
  return new Promise((answered, fail) => {
    request({ socketPath: socket, path, method, headers: { "accept-encoding": encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => answered({ headers: response.headers, body: Buffer.concat(parts) }));
    })
      .once("error", fail)
      .end();
  });
}
