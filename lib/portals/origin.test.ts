import { describe, expect, test } from "vitest";
import { cookieValue, sessionCookie } from "#lib/portals/cookie.ts";
import { isFromOurselves, isLoopback, ownPath } from "#lib/portals/origin.ts";

describe("the way back after signing in", () => {
  test.each([
    ["/contacts/7?tab=a&b=%20", "/contacts/7?tab=a&b=%20"],
    ["/a/../b", "/b"],
    ["/", "/"],
    ["/contacts#x", "/contacts"],
  ])("%s leads to %s", (asked, path) => expect(ownPath(asked)).toBe(path));

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "evil",
    "",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    " /contacts",
    undefined,
    null,
    ["/a"],
  ])("%j leads nowhere", (asked) => expect(ownPath(asked)).toBeUndefined());
});

describe("where a request comes from", () => {
  test("the configured origin is the whole truth, behind a proxy that renames us", () => {
    const configured = "https://dibs.example";
    expect(from({ host: "10.0.0.1:3000", origin: "https://dibs.example" }, configured)).toBe(true);
    expect(from({ host: "10.0.0.1:3000", origin: "http://dibs.example" }, configured)).toBe(false);
    expect(from({ host: "10.0.0.1:3000", origin: "http://10.0.0.1:3000" }, configured)).toBe(false);
  });

  test("an Origin of ours does not excuse a browser that says cross-site", () => {
    expect(from({ host: "a.example", origin: "https://a.example", "sec-fetch-site": "cross-site" })).toBe(false);
    expect(from({ host: "a.example", origin: "https://b.example", "sec-fetch-site": "same-origin" })).toBe(false);
    expect(from({ host: "A.example", origin: "https://a.example" })).toBe(true);
    expect(from({ host: "a.example" })).toBe(false);
    expect(from({ origin: "https://a.example" })).toBe(false);
  });
});

describe("the cookie", () => {
  test.each([
    ["localhost:3000", undefined, "dibs"],
    ["127.0.0.1", undefined, "dibs"],
    ["[::1]:3000", undefined, "dibs"],
    ["dibs.example", undefined, "__Host-dibs"],
    ["localhost.evil.example", undefined, "__Host-dibs"],
    [null, undefined, "__Host-dibs"],
    ["localhost:3000", "https://dibs.example", "__Host-dibs"],
  ])("for %s, configured %s, is %s", (host, configured, name) => {
    const cookie = sessionCookie(host, configured);
    expect(cookie).toMatchObject({
      name,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: name !== "dibs" },
    });
  });

  test("is found among others, whole and decoded", () => {
    expect(cookieValue("a=1; dibs=x%2B%3D; b=2", "dibs")).toBe("x+=");
    expect(cookieValue("xdibs=1", "dibs")).toBeUndefined();
    expect(cookieValue("dibs=%", "dibs")).toBeUndefined();
    expect(isLoopback("127.0.0.1.evil.example")).toBe(false);
  });
});

function from(given: Record<string, string>, configured?: string): boolean {
  return isFromOurselves(new Headers(given), configured);
}
