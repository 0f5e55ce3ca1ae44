import type { RequestListener } from "node:http";
import sirv from "sirv";
import { everywhere } from "../next.config.js";

const below = "/_next/static/";
const year = 365 * 24 * 60 * 60;

/**
 * Answers for the files of a build, which lie below `folder` and were compressed with it (bin/compress.mjs): so nobody's first
 * visit waits for that, nor for the pages that are being made meanwhile. Whatever else is asked is answered by `others`.
 */
export function assets(folder: string, others: RequestListener): RequestListener {
  const answer = sirv(folder, {
    gzip: true,
    brotli: true,
    // Its name changes with what stands in it.
    immutable: true,
    maxAge: year,
    setHeaders: (response) => response.setHeaders(new Map(Object.entries(everywhere))),
  });
  return (request, response) => {
    const { url = "", method = "" } = request;
    if (!url.startsWith(below) || !["GET", "HEAD"].includes(method)) {
      others(request, response);
      return;
    }
    // Else the file stays open when whoever asked goes away in the middle of it.
    response.once("pipe", (file) => response.once("close", () => file.destroy()));
    request.url = url.slice(below.length - 1);
    answer(request, response, () => {
      request.url = url;
      others(request, response);
    });
  };
}
