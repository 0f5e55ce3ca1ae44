import { expect, test } from "vitest";
import { unreadable } from "./readable.ts";

test.each([
  ["GET", "/contacts?x=%zz", {}, undefined],
  ["GET", "/contacts/caf%C3%A9", {}, undefined],
  ["OPTIONS", "/api/contacts", {}, undefined],
  [
    "GET",
    "/contacts",
    { "next-router-state-tree": encodeURIComponent('["",{"children":["contacts",{}]}]') },
    undefined,
  ],
  ["GET", "/contacts/%zz", {}, 400],
  ["GET", "/contacts/%E0%A4%A", {}, 400],
  ["GET", "//", {}, 400],
  ["OPTIONS", "*", {}, 400],
  ["GET", "http://elsewhere.example/contacts", {}, 400],
  ["GET", "/contacts", { "next-router-state-tree": "%zz" }, 400],
  ["GET", "/contacts", { "next-router-state-tree": encodeURIComponent('["",{},1,2,3]') }, 400],
  ["TRACE", "/contacts", {}, 405],
])("%s %s with %o is answered with %s before Next.js sees it", (method, url, headers, status) => {
  expect(unreadable({ method, url, headers })?.status).toBe(status);
});
